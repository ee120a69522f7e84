using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A lead in the database.</summary>
internal sealed class LeadRow(string id, DateTimeOffset now)
{
    public string Id { get; } = id;

    public JsonObject Fields { get; set; } = [];

    public DateTimeOffset Created { get; } = now;

    public DateTimeOffset Modified { get; set; } = now;

    public int Revision { get; set; }

    public string? ContactId { get; set; }

    public DateTimeOffset? ConvertedAt { get; set; }

    public bool IsConverted => ContactId is not null;

    public string? Email => Wire.Text(Fields[FieldCatalog.Email]);

    /// <summary>States as the search index comes to know them, oldest first; the last one is the current state.</summary>
    public List<(DateTimeOffset SeenFrom, JsonObject Fields)> Indexed { get; } = [];

    /// <returns>The fields that search sees, or <see langword="null"/> when it does not know the lead yet.</returns>
    public JsonObject? AsIndexed(DateTimeOffset now)
    {
        while (Indexed.Count > 1 && Indexed[1].SeenFrom <= now)
        {
            Indexed.RemoveAt(0);
        }

        return Indexed.Count > 0 && Indexed[0].SeenFrom <= now ? Indexed[0].Fields : null;
    }
}
