namespace SalesIntel.Core.Tests.Fakes;

/// <summary>The orders in which messages may arrive.</summary>
internal static class Orders
{
    public static IEnumerable<string[]> Of(string[] items) => items.Length == 1
        ? [items]
        : items.SelectMany((item, at) => Of([.. items[..at], .. items[(at + 1)..]]).Select(rest => (string[])[item, .. rest]));
}
