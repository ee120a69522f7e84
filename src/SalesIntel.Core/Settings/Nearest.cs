namespace SalesIntel.Settings;

/// <summary>Finds the name that was perhaps meant.</summary>
internal static class Nearest
{
    /// <summary>The name that takes the fewest edits; null when there are no names.</summary>
    public static string? To(string name, IEnumerable<string> names) => names.MinBy(known => Distance(known, name));

    // Edit distance: changed, missing and surplus letters each count one.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var changed = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }
}
