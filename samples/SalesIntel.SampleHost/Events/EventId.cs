using System.Text.RegularExpressions;

namespace SalesIntel.SampleHost.Events;

/// <summary>How an event's id looks, which a lead's key does too.</summary>
internal static partial class EventId
{
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
