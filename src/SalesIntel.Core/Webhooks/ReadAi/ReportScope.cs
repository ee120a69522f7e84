using System.Text.Json;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Where the keys of a report are looked for: in the object that holds the meeting's id, then around it.</summary>
/// <param name="Inner">The object with the id.</param>
/// <param name="Outer">The root when the report is wrapped, else undefined.</param>
internal readonly record struct ReportScope(JsonElement Inner, JsonElement Outer)
{
    private static readonly string[] Ids = ["session_id", "meeting_id"];
    private static readonly string[] Wrappers = ["session", "meeting", "payload", "data", "report", "body"];

    /// <summary>Unwraps a body: only one object may claim to be the report.</summary>
    internal static ReportScope Of(JsonElement root)
    {
        var plain = new ReportScope(root, default);
        if (plain.First(Ids).Text().Length > 0)
        {
            return plain;
        }

        ReportScope[] wrapped =
        [
            .. Wrappers
                .Select(name => new ReportScope(root.Get(name), root))
                .Where(scope => scope.Inner.ValueKind == JsonValueKind.Object && scope.Id.Length > 0),
        ];
        return wrapped.Length == 1 ? wrapped[0] : plain;
    }

    /// <summary>The meeting's id as received; empty when there is none.</summary>
    internal string Id => First(Ids).Text().Trim() is { Length: > 0 } id ? id : Inner.Get("id").Text().Trim();

    /// <summary>The first of the names that has a value.</summary>
    internal JsonElement First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Inner.Get(name) is { ValueKind: not JsonValueKind.Undefined } inner)
            {
                return inner;
            }

            if (Outer.Get(name) is { ValueKind: not JsonValueKind.Undefined } outer)
            {
                return outer;
            }
        }

        return default;
    }
}
