using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.Operations;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary><c>events list|show|replay</c>: what an operator does with events, over the store of the service.</summary>
internal static class EventsCommand
{
    private const double MostPerSecond = 1_000;

    /// <summary>Makes the command.</summary>
    /// <param name="time">The clock, for times ago.</param>
    /// <param name="service">Builds the service.</param>
    public static Command Create(TimeProvider time, ServiceFactory service)
    {
        var json = JsonOption.Create(recursive: true);
        return new ExampleCommand(
            "events",
            "List, show and replay events, the failed ones above all.",
            "events list --status failed",
            "events replay --status failed --preview")
        {
            List(time, service, json),
            Show(service, json),
            Replay(time, service, json),
            json,
        };
    }

    private static Command List(TimeProvider time, ServiceFactory service, Option<bool> json)
    {
        var filter = new FilterOptions(time);
        var list = new ExampleCommand(
            "list",
            "Events, the newest first; no personal data.",
            "events list --status failed --since 1d",
            "events list --source calendly --json");
        filter.AddTo(list);
        list.SetAction((parsed, cancellationToken) => EventsSession.RunAsync(
            service, parsed, json, session => session.ListAsync(filter.Read(parsed), cancellationToken), cancellationToken));
        return list;
    }

    private static Command Show(ServiceFactory service, Option<bool> json)
    {
        var id = new Argument<string>("id") { Description = "The event's id." };
        CheckId(id);
        var payload = new Option<bool>("--payload") { Description = "With the body as it was received: personal data." };
        var show = new ExampleCommand(
            "show",
            "All that is stored of one event, with what was done for it; holds personal data.",
            "events show 9270df45da304bc6dbf93c30c81e736b",
            "events show 9270df45da304bc6dbf93c30c81e736b --payload --json")
        {
            id, payload,
        };
        show.SetAction((parsed, cancellationToken) => EventsSession.RunAsync(
            service,
            parsed,
            json,
            session => session.ShowAsync(parsed.GetRequiredValue(id), parsed.GetValue(payload), cancellationToken),
            cancellationToken));
        return show;
    }

    private static Command Replay(TimeProvider time, ServiceFactory service, Option<bool> json)
    {
        var filter = new FilterOptions(time);
        var id = new Argument<string?>("id")
        {
            Description = "One event's id; or choose with the options.", Arity = ArgumentArity.ZeroOrOne,
        };
        CheckId(id);
        var preview = new Option<bool>("--preview")
        {
            Description = "Only show what would change, and write nothing; holds personal data.",
        };
        var reextract = new Option<bool>("--reextract")
        {
            Description = "Ask the model again, although what it said of the same text is kept; costs tokens. With --preview the model is asked "
                + "and only shown what would change; a replay within a day then applies just that.",
        };
        var rate = new Option<double?>("--rate")
        {
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"At most so many in a second; above 0, up to {MostPerSecond}; {EventOperations.DefaultRate} if not given, with --reextract {EventOperations.DefaultReextractionRate}."),
            CustomParser = result => double.TryParse(
                OptionValue.Text(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number is > 0 and <= MostPerSecond
                ? number
                : OptionValue.Fail<double?>(result, $"--rate takes a number above 0, up to {MostPerSecond}."),
        };
        var genuine = new Option<bool>("--genuine")
        {
            Description = "With an id: you have looked at the message (events show --payload) and say that it is genuine. Needed in a real "
                + "run for events from before it was kept whether signatures had been checked.",
        };
        var replay = new ExampleCommand(
            "replay",
            "Run events again from their start. What was done for them is not done again.",
            "events replay --status failed --error zoho --preview",
            "events replay --status failed --error zoho --rate 2",
            "events replay --source readai --since 2d --reextract --preview")
        {
            id, preview, reextract, rate, genuine,
        };
        filter.AddTo(replay);
        replay.Validators.Add(result =>
        {
            var one = result.GetResult(id) is { Tokens.Count: > 0 };
            if (one == filter.HasCondition(result))
            {
                result.AddError(one
                    ? "Give an event's id or options that choose events, not both."
                    : "Give an event's id, or at least one option that chooses events, e.g. --status failed: "
                        + "everything at once is not replayed.");
            }

            if (!one && result.GetValue(genuine))
            {
                result.AddError("--genuine needs an event's id: look at each message before you vouch for it.");
            }
        });
        replay.SetAction((parsed, cancellationToken) => EventsSession.RunAsync(
            service,
            parsed,
            json,
            session =>
            {
                var again = parsed.GetValue(reextract);
                var perSecond = parsed.GetValue(rate) ?? (again ? EventOperations.DefaultReextractionRate : EventOperations.DefaultRate);
                return (parsed.GetValue(id), parsed.GetValue(preview)) switch
                {
                    ({ } one, true) => session.PreviewAsync(one, again, cancellationToken),
                    ({ } one, false) => session.ReplayAsync(one, parsed.GetValue(genuine), again, cancellationToken),
                    (null, true) => session.PreviewAsync(filter.Read(parsed), perSecond, again, cancellationToken),
                    (null, false) => session.ReplayAsync(filter.Read(parsed), perSecond, again, cancellationToken),
                };
            },
            cancellationToken));
        return replay;
    }

    private static void CheckId(Argument id) => id.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && !EventIdentity.IsWellFormed(text))
        {
            result.AddError($"'{text}' is no event id: an event id is 32 hex digits, lower case.");
        }
    });
}
