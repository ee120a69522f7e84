using System.Text.Json.Nodes;
using SalesIntel.Simulator;

namespace SalesIntel.Demo;

/// <summary>A lead of the demo's CRM as it is printed.</summary>
/// <param name="Id">Its id in the CRM.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Notes">Its notes.</param>
internal sealed record DemoLeadView(string Id, JsonObject Fields, IReadOnlyList<DemoNoteView> Notes)
{
    public static IReadOnlyList<DemoLeadView> All(SimulatorState crm) =>
    [
        .. crm.Leads.Select(lead => new DemoLeadView(
            lead.Id,
            lead.Fields,
            [.. crm.Notes.Where(note => note.ParentId == lead.Id).Select(note => new DemoNoteView(note.Title, note.Content))])),
    ];
}
