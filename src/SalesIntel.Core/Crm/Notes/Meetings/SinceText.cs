using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What has changed since the call before, as a section of the note.</summary>
internal static class SinceText
{
    private const int LongestValue = 240;

    // What a rep must know first.
    private static readonly ElementChangeKind[] Order =
        [ElementChangeKind.Contradicted, ElementChangeKind.Changed, ElementChangeKind.New, ElementChangeKind.Confirmed];

    /// <summary>The section's heading; empty without a call before.</summary>
    public static string Heading(SinceLastCall? since) => since is null ? "" : $"Since the call of {TimeText.Day(since.At.ToUniversalTime())}";

    /// <summary>The section's lines; empty without a call before.</summary>
    public static string Body(SinceLastCall? since) => since is null ? ""
        : since.Changes.Count == 0 ? "- nothing was said again, and nothing new"
        : NoteText.Bullets(Order.SelectMany(kind => Lines(kind, [.. since.Changes.Where(change => change.Kind == kind)])));

    /// <summary>Two of the same digest show the same.</summary>
    public static string Digest(SinceLastCall? since) => SalesIntel.Text.Digest.OfAll([Heading(since), Body(since)], 12);

    private static IEnumerable<string> Lines(ElementChangeKind kind, IReadOnlyCollection<ElementChange> changes) => kind switch
    {
        _ when changes.Count == 0 => [],
        ElementChangeKind.Confirmed => [$"Confirmed: {string.Join(", ", changes.Select(change => change.Field.Label))}"],
        ElementChangeKind.New => changes.Select(change => $"New: {change.Field.Label}: {Value(change.Now)}"),
        _ => changes.Select(change => $"{kind}: {change.Field.Label}: before {Value(change.Before)}; now {Value(change.Now)}"),
    };

    private static string Value(string text) => text.Length > 0 ? NoteText.Short(NoteText.Joined(text), LongestValue) : "nothing";
}
