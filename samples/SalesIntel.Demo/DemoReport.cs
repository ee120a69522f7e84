using System.Diagnostics;
using System.Globalization;
using SalesIntel.Simulator;
using Spectre.Console;

namespace SalesIntel.Demo;

/// <summary>Shows what the demo does, what became of its messages, and the leads.</summary>
internal sealed class DemoReport(IAnsiConsole console)
{
    private const int LongestValue = 160;

    /// <summary>Says what is done while it is done, and then how long it took.</summary>
    public async Task<T> StepAsync<T>(string what, Func<Task<T>> work)
    {
        console.Markup($"{Markup.Escape(what),-64} ");
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        Line($"{Stopwatch.GetElapsedTime(started).TotalMilliseconds,6:0} ms");
        return result;
    }

    public void Line(FormattableString line) => console.MarkupLine(Markup.Escape(line.ToString(CultureInfo.InvariantCulture)));

    public void Sent(DemoOutcome outcome)
    {
        var answer = outcome.Answer;
        var result = answer.Sends > 1 ? $"{answer.Result} when sent {answer.Sends} times" : answer.Result;
        var after = outcome.InCrmAfter is { } time ? $", in the CRM after {time.TotalMilliseconds:0} ms" : "";
        Line($"  {answer.Webhook.Title,-44} {$"{result} in {answer.Elapsed.TotalMilliseconds:0} ms",-22} {outcome.Status}{after}");
    }

    public void Leads(SimulatorState crm)
    {
        foreach (var lead in crm.Leads)
        {
            Show(lead, [.. crm.Notes.Where(note => note.ParentId == lead.Id)]);
        }
    }

    public void Problem(string problem) => console.MarkupLineInterpolated($"[red]Not as expected:[/] {problem}");

    private void Show(SimulatedLead lead, IReadOnlyList<SimulatedNote> notes)
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
