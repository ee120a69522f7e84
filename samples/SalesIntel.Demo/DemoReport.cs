using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;
using Spectre.Console;

namespace SalesIntel.Demo;

/// <summary>Shows what became of the demo's messages, and the leads.</summary>
internal static class DemoReport
{
    private const int LongestValue = 160;

    public static void Show(IAnsiConsole console, IReadOnlyList<DemoAnswer> answers, IReadOnlyDictionary<string, WebhookEvent> events, SimulatorState crm)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("What each webhook became")
            .AddColumns("webhook", "answer", "answered in", "event", "in the CRM after");
        foreach (var answer in answers)
        {
            var stored = answer.Result == "accepted" ? events.GetValueOrDefault(answer.EventId) : null;
            table.AddRow(
                Markup.Escape(answer.Webhook.Title),
                answer.Result,
                $"{answer.Elapsed.TotalMilliseconds:0} ms",
                stored is null ? "" : stored.Status.ToString().ToLowerInvariant(),
                stored is not null && InCrmAfter(stored) is { } after ? $"{after.TotalMilliseconds:0} ms" : "");
        }

        console.Write(table);
        foreach (var lead in crm.Leads)
        {
            ShowLead(console, lead, [.. crm.Notes.Where(note => note.ParentId == lead.Id)]);
        }
    }

    /// <summary>From acceptance to the facts being in the CRM; null when they are not.</summary>
    public static TimeSpan? InCrmAfter(WebhookEvent stored) =>
        stored.Ledger.TryGetValue("facts", out var facts) && facts.State == LedgerState.Done ? facts.At - stored.CreatedAt : null;

    private static void ShowLead(IAnsiConsole console, SimulatedLead lead, IReadOnlyList<SimulatedNote> notes)
    {
        var fields = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("field", "value");
        foreach (var (field, value) in lead.Fields.Where(field => field.Value is not null))
        {
            fields.AddRow(Markup.Escape(field), Markup.Escape(Shorten(value!.ToString())));
        }

        console.Write(new Rule(Markup.Escape($"Lead {lead["First_Name"]} {lead["Last_Name"]}: {lead["Lead_Status"]}")).LeftJustified());
        console.Write(fields);
        foreach (var note in notes)
        {
            console.Write(new Panel(Markup.Escape(note.Content ?? "")).Header(Markup.Escape(note.Title ?? "")).Expand());
        }
    }

    private static string Shorten(string value)
    {
        var line = value.ReplaceLineEndings(" / ");
        return line.Length <= LongestValue ? line : line[..LongestValue] + "...";
    }
}
