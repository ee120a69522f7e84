namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Finds the report in a body: the native one, a relay's, or one that a relay has wrapped.</summary>
internal static class ReportScope
{
    private const int ByOwnId = 4;
    private const int ByWrapper = 3;
    private const int ByParts = 2;
    private const int ById = 1;

    private static readonly string[] Ids = ["session_id", "meeting_id"];
    private static readonly string[] Wrappers = ["session", "meeting", "payload", "data", "report", "body", "recap", "details"];
    private static readonly string[] Parts = ["participants", "attendees", "transcript"];

    /// <summary>The report's id, empty when there is none, and where its members are.</summary>
    internal static (string Id, JsonScope Scope) Of(JsonElement body)
    {
        var place = JsonPlace.Find(body, ByOwnId, Rank, IdOf) ?? new JsonPlace(body, "", []);
        return (IdOf(place), JsonScope.Of(place, Wrappers));
    }

    private static int Rank(JsonPlace place) =>
        Ids.Any(name => place.Value.Get(name).Text().Trim().Length > 0) ? ByOwnId
        : place.Value.Get("id").Text().Trim().Length == 0 ? 0
        : !place.IsBody && Wrappers.Contains(place.Name, StringComparer.OrdinalIgnoreCase) ? ByWrapper
        : Parts.Any(name => place.Value.Get(name).ValueKind != JsonValueKind.Undefined) ? ByParts
        : place.IsBody ? ById
        : 0;

    private static string IdOf(JsonPlace place) =>
        Ids.Select(name => place.Value.Get(name).Text().Trim()).FirstOrDefault(id => id.Length > 0)
        // Where the message is not clear, its number is not the report's.
        ?? (Rank(place) > 0 ? place.Value.Get("id").Text().Trim() : "");
}
