namespace SalesIntel.Text;

/// <summary>Turns what a sender calls an id, a revision or a name of an event into something safe in keys and URLs.</summary>
internal static class SafeId
{
    private const int LongestId = 100;
    private const int LongestRevision = 80;
    private const int LongestEventName = 60;
    private const int LongestModel = 100;

    /// <summary>The text itself if it is a safe id, else its digest; empty stays empty.</summary>
    public static string Of(string text)
    {
        var id = text.Trim();
        return id.Length <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? id : Digest.Of(id, 32);
    }

    /// <summary>The last path segment of a URI as a safe id, the same for every host; empty when there is none.</summary>
    public static string OfUri(string uri)
    {
        var path = uri.AsSpan().Trim();
        var end = path.IndexOfAny('?', '#');
        path = (end < 0 ? path : path[..end]).TrimEnd('/');
        return Of(path[(path.LastIndexOf('/') + 1)..].ToString());
    }

    /// <summary>A revision: the text itself if short and plain, else its digest; null when empty.</summary>
    public static string? Revision(string text)
    {
        var revision = text.Trim();
        return revision.Length == 0 ? null
            : revision.Length <= LongestRevision && revision.All(c => char.IsAsciiLetterOrDigit(c) || ":.+_-".Contains(c)) ? revision
            : Digest.Of(revision, 16);
    }

    /// <summary>What a model calls itself, fit for a log and a ledger: letters, digits and <c>: . + _ - / @</c>, each other character as
    /// <c>_</c>, at most 100; empty when there is none.</summary>
    public static string Model(string? text)
    {
        var name = (text ?? "").AsSpan().Trim();
        return string.Concat(name[..Math.Min(name.Length, LongestModel)].ToArray()
            .Select(c => char.IsAsciiLetterOrDigit(c) || ":.+_-/@".Contains(c) ? c : '_'));
    }

    /// <summary>True for a name of an event that may be shown and made part of a key.</summary>
    public static bool IsEventName(string name) =>
        name.Length is > 0 and <= LongestEventName
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.');
}
