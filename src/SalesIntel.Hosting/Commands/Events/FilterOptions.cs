using System.CommandLine;
using System.CommandLine.Parsing;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.Leads;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>The options by which events are chosen, the same for every command.</summary>
internal sealed class FilterOptions(TimeProvider time)
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 10_000;

    private static readonly string Statuses = string.Join(", ", Enum.GetValues<EventStatus>().Select(Words.Of));

    private readonly Option<EventStatus?> status = new("--status")
    {
        HelpName = "status",
        Description = $"Where it stands: {Statuses}.",
        CustomParser = result =>
            Enum.GetValues<EventStatus>().Cast<EventStatus?>().FirstOrDefault(one => Words.Of(one!.Value) == OptionValue.Text(result))
            ?? OptionValue.Fail<EventStatus?>(result, $"'{OptionValue.Text(result)}' is no status; there are: {Statuses}."),
    };

    private readonly Option<string?> source = Text("--source", "Who sent it, e.g. calendly or readai.");
    private readonly Option<string?> type = Text("--type", "The event's type, e.g. invitee.created.");
    private readonly Option<string?> error = Text("--error", "Start of the failure's code, e.g. zoho or zoho/INVALID_DATA.");

    private readonly Option<LeadKey?> lead = new("--lead")
    {
        Description = "The lead: its e-mail address, or its key as show and --json print it.",
        CustomParser = result => OptionValue.Text(result) switch
        {
            // A lead's key looks like an event's id.
            var key when EventIdentity.IsWellFormed(key) => new LeadKey(key),
            var address when address.Contains('@', StringComparison.Ordinal) => LeadKey.FromEmail(address),
            _ => OptionValue.Fail<LeadKey?>(result, "--lead takes an e-mail address or a lead's key (32 hex digits)."),
        },
    };

    private readonly Option<int> limit = new("--limit")
    {
        Description = $"At most so many, the newest; 1 to {MostLimit}.",
        DefaultValueFactory = _ => DefaultLimit,
        CustomParser = result => int.TryParse(OptionValue.Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= MostLimit
            ? number
            : OptionValue.Fail<int>(result, $"--limit takes a number from 1 to {MostLimit}."),
    };

    private readonly Option<DateTimeOffset?> since = Time("--since", "Accepted at or after", time);
    private readonly Option<DateTimeOffset?> until = Time("--until", "Accepted before", time);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[status, source, type, since, until, error, lead, limit])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (At(since) is { } from && At(until) is { } to && from >= to)
            {
                result.AddError("--since is not before --until, so nothing can match.");
            }

            // By its text: asking a wrong option for its value throws.
            DateTimeOffset? At(Option option) =>
                result.GetResult(option)?.Tokens is [var token] ? Moment.Read(token.Value, time.GetUtcNow()) : null;
        });
    }

    /// <summary>What was asked for.</summary>
    public EventFilter Read(ParseResult parsed) => new()
    {
        Status = parsed.GetValue(status),
        Source = parsed.GetValue(source),
        EventType = parsed.GetValue(type),
        ErrorClass = parsed.GetValue(error),
        Lead = parsed.GetValue(lead),
        Since = parsed.GetValue(since),
        Until = parsed.GetValue(until),
        Limit = parsed.GetValue(limit),
    };

    /// <summary>True when an option that chooses was given.</summary>
    public bool HasCondition(CommandResult result) =>
        ((Option[])[status, source, type, since, until, error, lead]).Any(option => result.GetResult(option) is { Implicit: false });

    // An empty text would choose everything, as a variable of a script that is not set does.
    private static Option<string?> Text(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => OptionValue.Text(result) is var text && string.IsNullOrWhiteSpace(text)
            ? OptionValue.Fail<string?>(result, $"The value of {name} is empty.")
            : text,
    };

    private static Option<DateTimeOffset?> Time(string name, string meaning, TimeProvider time) => new(name)
    {
        HelpName = "time",
        Description = $"{meaning}: {Moment.Short}.",
        CustomParser = result => Moment.Read(OptionValue.Text(result), time.GetUtcNow())
            ?? OptionValue.Fail<DateTimeOffset?>(result, $"'{OptionValue.Text(result)}' is no time; {name} takes {Moment.Forms}."),
    };
}
