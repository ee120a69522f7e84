using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Operations;
using Spectre.Console;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>Prints for people.</summary>
internal sealed class EventsReport
{
    private const int Width = 160;
    private const int LongestValue = 200;

    private readonly IAnsiConsole console;
    private readonly TextWriter output;

    public EventsReport(TextWriter output)
    {
        this.output = output;
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected || output != Console.Out)
        {
            console.Profile.Width = Width;
        }
    }

    public void List(IReadOnlyList<EventView> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("event", "accepted (UTC)", "type", "status", "stage", "tries", "error", "lead");
        table.Columns[0].NoWrap();
        table.Columns[1].NoWrap();
        foreach (var one in events)
        {
            table.AddRow(
                Clean(one.EventId),
                one.Readable ? Time(one.CreatedAt) : "",
                one.Readable ? Clean($"{one.Source} {one.EventType}") : "can't be read",
                one.Status + (one.DryRun ? " (dry run)" : ""),
                one.Stage,
                one.Attempts.ToString(CultureInfo.InvariantCulture),
                Clean(one.ErrorClass.Length > 0 ? $"{one.ErrorClass}: {one.Error}" : one.Error),
                Clean(one.Lead is { Length: > 8 } lead ? lead[..8] : one.Lead ?? ""));
        }

        console.Write(table);
    }

    public void Show(IReadOnlyList<EventView> events)
    {
        foreach (var one in events)
        {
            var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
            void Row(string what, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    table.AddRow(what, Markup.Escape(WithoutControls(value, keepLines: true)));
                }
            }

            Row("event", one.EventId);
            Row("problem", one.Readable ? "" : "not all of what is stored can be read");
            Row("source", one.Source);
            Row("type", one.EventType);
            Row("status", one.Status + (one.DryRun ? " (dry run)" : ""));
            Row("verified", one.Verified switch
            {
                true => "yes",
                false => "no: taken in dry run without a check of its signature",
                null => "not known: accepted before it was kept",
            });
            Row("stage", one.Stage);
            Row("attempts", one.Attempts.ToString(CultureInfo.InvariantCulture));
            Row("error", one.ErrorClass.Length > 0 ? $"{one.ErrorClass}: {one.Error}" : one.Error);
            Row("lead", one.Lead);
            Row("lane", one.Lane);
            Row("external id", one.ExternalId);
            Row("idempotency key", one.IdempotencyKey);
            Row("revision", one.Revision);
            Row("accepted", Time(one.CreatedAt));
            Row("changed", Time(one.UpdatedAt));
            Row("body", Counted.Of(one.PayloadBytes ?? 0, "byte"));
            foreach (var entry in one.Ledger ?? [])
            {
                Row($"effect: {Clean(entry.Effect)}", $"{entry.State} {Time(entry.At)} {entry.Reference}");
                foreach (var (name, value) in entry.Detail is null ? [] : DetailLines.Of(entry.Detail))
                {
                    Row($"  {Clean(name)}", value);
                }
            }

            foreach (var value in one.Values ?? [])
            {
                Row($"value: {Clean(value.Field)}", value.Lines());
            }

            console.Write(table);
            if (one.Body is { } payload)
            {
                output.WriteLine(WithoutControls(payload, keepLines: true));
            }
        }
    }

    public void Outcome(ReplayOutcome outcome) => output.WriteLine(outcome.Result switch
    {
        ReplayResult.Requeued => $"{outcome.EventId}  requeued",
        ReplayResult.StillRunning => $"{outcome.EventId}  not touched: it waits in its lane or is running",
        ReplayResult.NotFound => $"{outcome.EventId}  not found: there is no such event (any more)",
        ReplayResult.NothingToExtract => $"{outcome.EventId}  not touched: it has nothing that is extracted",
        ReplayResult.Unverified => $"{outcome.EventId}  not touched: {WithoutControls(outcome.Error, keepLines: false)}",
        _ => $"{outcome.EventId}  not touched: it would fail again "
            + $"({WithoutControls($"{outcome.ErrorClass}: {outcome.Error}", keepLines: false)})",
    });

    public void Sum(int requeued, int all) => output.WriteLine($"{requeued} of {all} requeued.");

    public void Preview(ReplayPreview preview)
    {
        var what = preview.Source.Length > 0 ? $"{preview.EventId} ({preview.Source} {preview.EventType})" : preview.EventId;
        if (preview.Result != ReplayResult.Requeued)
        {
            Outcome(new ReplayOutcome(preview.EventId, preview.Result, preview.ErrorClass, preview.Error));
            return;
        }

        console.Write(new Rule(Clean(what)).LeftJustified());
        output.WriteLine($"would run from stage {Word(preview.StartsAt)} and end as {Word(preview.EndsAs)}"
            + (preview.Error.Length > 0 ? $", for it would fail: {preview.ErrorClass}: {preview.Error}" : ""));
        if (preview.DryRun)
        {
            output.WriteLine("DRY_RUN is true: a replay would keep the following with the event and write nothing to the CRM.");
        }
        else if (preview.CrmNotAsked.Length > 0)
        {
            output.WriteLine($"The CRM was not asked ({preview.CrmNotAsked}); 'now' is what was written to it last.");
        }

        Extraction(preview.Extraction);
        output.WriteLine(preview switch
        {
            { CreatesLead: true } => "lead: would be created",
            { CreatesLead: null } => "lead: would be created, unless the CRM has one with this address",
            { LeadId.Length: > 0 } => $"lead: {preview.LeadId}",
            _ => "lead: nothing is to be written to it that an event before has not",
        });
        Fields(preview.Fields);
        foreach (var effect in preview.Effects)
        {
            output.WriteLine(effect.Action == "read"
                ? "would be read by the model (or the rules): more fields follow from that, and the text of the note"
                : $"would {effect.Action} a {effect.Effect}: {WithoutControls(effect.Text, keepLines: false)}");
        }

        foreach (var issue in preview.Issues)
        {
            output.WriteLine($"note: {WithoutControls(issue, keepLines: false)}");
        }
    }

    private void Extraction(ExtractionPreview? extraction)
    {
        if (extraction is null)
        {
            return;
        }

        var cost = extraction.Calls == 0 ? "asked already, costs nothing again" : string.Create(
            CultureInfo.InvariantCulture,
            $"{Counted.Of(extraction.Calls, "call")}, {Counted.Of(extraction.InputTokens, "token")} in, {Counted.Of(extraction.OutputTokens, "token")} out"
                + $"{(extraction.Cost is { } usd ? $", {usd:0.######} USD" : ", price not known")}");
        output.WriteLine(WithoutControls(
            $"extracted again by {extraction.Source} {extraction.Model} {extraction.PromptVersion}".TrimEnd() + $": {cost}", keepLines: false));
        foreach (var issue in extraction.Issues)
        {
            output.WriteLine($"  {WithoutControls(issue, keepLines: false)}");
        }
    }

    private static string Word<T>(T? value)
        where T : struct, Enum => value is { } known ? Words.Of(known) : "";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Value(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    private static string Shorten(string value)
    {
        var line = value.ReplaceLineEndings(" / ");
        return line.Length <= LongestValue ? line : line[..LongestValue] + "...";
    }

    private static string Clean(string value) => Markup.Escape(WithoutControls(value, keepLines: false));

    // What came over the network must not steer a terminal.
    private static string WithoutControls(string value, bool keepLines)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            clean.Append(!char.IsControl(character) || (keepLines && character == '\n') ? character : ' ');
        }

        return clean.ToString();
    }

    private void Fields(IReadOnlyList<FieldChange> fields)
    {
        if (fields.Count == 0)
        {
            output.WriteLine("fields: none would be sent");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("field", "now", "after the replay");
        foreach (var field in fields)
        {
            table.AddRow(Clean(field.Field), Clean(Shorten(Value(field.Before))), Clean(Shorten(Value(field.After))));
        }

        console.Write(table);
    }
}
