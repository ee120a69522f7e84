using System.Globalization;
using System.Text.RegularExpressions;
using SalesIntel.Chaos.Stories;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Kills;

/// <summary>Compares what was accepted with what the CRM holds.</summary>
internal static partial class Audit
{
    // Everybody's in the stories.
    private const string LastName = "Quill";

    public static Verdict Judge(KillOptions options, StoryBook book, IReadOnlyDictionary<string, EventEnd> ends, CutBook cuts, SimulatorState crm)
    {
        List<string> lost = [.. ends.Where(item => item.Value.Status != "processed").Select(item => $"event {item.Key} is {item.Value.Status}")];
        List<string> order = [];
        var leads = crm.Leads.ToLookup(lead => lead["Email"]!, StringComparer.Ordinal);
        var notes = crm.Notes.ToLookup(note => note.ParentId, StringComparer.Ordinal);
        var tasks = crm.Tasks.ToLookup(task => task.ParentId ?? "", StringComparer.Ordinal);
        foreach (var story in book.Stories)
        {
            if (leads[story.Email].FirstOrDefault() is not { } lead)
            {
                lost.Add($"lead {story.Email} ({story.Name}) is missing");
                continue;
            }

            lost.AddRange(Missing(story, lead, notes[lead.Id].ToList(), tasks[lead.Id].Count()));
            if (lead["Lead_Status"] != story.Status || TimeOf(lead["Demo_Datetime"]) != story.DemoAt)
            {
                order.Add($"lead {story.Email} ({story.Name}) is {lead["Lead_Status"]} at {lead["Demo_Datetime"]}, "
                    + $"not {story.Status} at {story.DemoAt:u}");
            }

            if (lead["Last_Name"] != LastName || lead["Company"] != story.Company)
            {
                order.Add($"lead {story.Email} ({story.Name}) is {lead["Last_Name"]} of {lead["Company"]}, not {LastName} of {story.Company}");
            }
        }

        order.AddRange(crm.Overlaps.Select(overlap => $"writes {overlap.First} and {overlap.Second} to {overlap.LeadEmail} overlap"));
        return new Verdict
        {
            Options = options,
            Accepted = ends.Count,
            Lost = lost,
            LeadsDoubled = [.. leads.Where(same => same.Count() > 1).Select(same => same.Key)],
            NotesDoubled = Doubled(crm.Notes.Select(note => note.Content)),
            TasksDoubled = Doubled(crm.Tasks.Select(task => task["Description"])),
            PaidAgain = PaidAgain.Count(crm.GeminiCalls, cuts),
            OrderViolations = order,
        };
    }

    private static IEnumerable<string> Missing(LeadStory story, SimulatedLead lead, IReadOnlyCollection<SimulatedNote> notes, int tasks)
    {
        var who = $"lead {story.Email} ({story.Name})";
        if (notes.Count < story.Bookings + story.Meetings)
        {
            yield return $"{who} has {notes.Count} notes, not {story.Bookings + story.Meetings}";
        }

        if (tasks < story.Bookings)
        {
            yield return $"{who} has {tasks} tasks, not {story.Bookings}";
        }

        if (story.Bookings > 0 && lead["Lead_Intel"] is null)
        {
            yield return $"{who} has no lead intel";
        }

        if (story.Meetings > 0 && lead["Meddic_Confidence"] is null)
        {
            yield return $"{who} has no MEDDIC";
        }
    }

    // By the line that says what a note or task is about.
    private static string[] Doubled(IEnumerable<string?> texts) =>
    [
        .. texts.Select(text => Reference().Match(text ?? "").Value)
            .GroupBy(reference => reference, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"{(same.Key.Length > 0 ? same.Key : "without a reference")}: {same.Count()}"),
    ];

    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    [GeneratedRegex("SalesIntel ref [0-9a-f]{12}")]
    private static partial Regex Reference();
}
