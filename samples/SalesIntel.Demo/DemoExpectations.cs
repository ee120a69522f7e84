using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Demo;

/// <summary>What the demo must have come to.</summary>
internal static class DemoExpectations
{
    public static IReadOnlyList<string> Check(
        IReadOnlyList<DemoOutcome> outcomes, SimulatorState crm)
    {
        List<string> problems =
        [
            .. outcomes.Select(outcome => outcome.Answer)
                .Where(answer => answer.Result != answer.Webhook.Expected)
                .Select(answer => $"{answer.Webhook.File}: answered {answer.Result}, not {answer.Webhook.Expected}"),
            .. outcomes.Select(outcome => outcome.Event).OfType<WebhookEvent>()
                .Where(stored => stored.Status != EventStatus.Processed)
                .Select(stored => $"event {stored.EventId} is {stored.Status}: {stored.LastError}"),
        ];
        Lead(problems, crm, "rosalind.achterberg@harrowpine.example", "Demo Booked", "2026-11-19T16:30:00+00:00", notes: 2);
        Lead(problems, crm, "imre.solberg@kettleandquill.example", "Demo No-show", "2026-11-13T10:00:00+00:00", notes: 0);
        Lead(problems, crm, "odalys.brennecke@brightwater-nutra.example", "Demo Complete", "2026-11-17T14:00:41+00:00", notes: 1);
        if (crm.Leads.Count != 3)
        {
            problems.Add($"leads: {crm.Leads.Count}, not 3");
        }

        if (crm.SlackMessages.Count > 0)
        {
            problems.Add($"alerts that were sent: {crm.SlackMessages.Count}, not 0");
        }

        return problems;
    }

    private static void Lead(List<string> problems, SimulatorState crm, string email, string status, string demoAt, int notes)
    {
        var found = crm.Leads.Where(lead => lead["Email"] == email).ToList();
        if (found is not [var lead])
        {
            problems.Add($"leads for {email}: {found.Count}, not 1");
            return;
        }

        if (lead["Lead_Status"] != status || lead["Demo_Datetime"] != demoAt)
        {
            problems.Add($"{email} is '{lead["Lead_Status"]}' at {lead["Demo_Datetime"]}, not '{status}' at {demoAt}");
        }

        var count = crm.Notes.Count(note => note.ParentId == lead.Id);
        if (count != notes)
        {
            problems.Add($"notes of {email}: {count}, not {notes}");
        }
    }
}
