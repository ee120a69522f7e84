using System.Text;

namespace VerifyXunit;

/// <summary>Long values of a snapshot as lines that a person can read. The file itself keeps the exact text.</summary>
internal static class ValueLines
{
    private const int LongestLine = 160;
    private const int AroundDifference = 40;

    /// <summary>Puts what follows an escaped line break in a JSON string on a line of its own, below the value's beginning.</summary>
    internal static string Unfold(string text)
    {
        var unfolded = new StringBuilder(text.Length);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            unfolded.Append(i > 0 ? "\n" : "");
            UnfoldLine(unfolded, lines[i]);
        }

        return unfolded.ToString();
    }

    /// <summary>A line in pieces that fit.</summary>
    internal static IEnumerable<string> Wrap(string line) =>
        line.Length <= LongestLine ? [line] : line.Chunk(LongestLine).Select(piece => new string(piece));

    /// <summary>Lines that replace each other; of a long pair the part in which they differ.</summary>
    internal static (IEnumerable<string> Removed, IEnumerable<string> Added) Shorten(string[] removed, string[] added)
    {
        var (old, @new) = (new List<string>(), new List<string>());
        for (var i = 0; i < Math.Max(removed.Length, added.Length); i++)
        {
            if (i < removed.Length && i < added.Length && Math.Max(removed[i].Length, added[i].Length) > LongestLine)
            {
                var (left, right) = DifferingParts(removed[i], added[i]);
                old.AddRange(Wrap(left));
                @new.AddRange(Wrap(right));
                continue;
            }

            old.AddRange(removed.Skip(i).Take(1).SelectMany(Wrap));
            @new.AddRange(added.Skip(i).Take(1).SelectMany(Wrap));
        }

        return (old, @new);
    }

    private static void UnfoldLine(StringBuilder unfolded, string line)
    {
        var indentation = new string(' ', line.Length - line.TrimStart(' ').Length + 4);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length)
            {
                unfolded.Append(line[i]);
                continue;
            }

            i++;
            unfolded.Append(line[i] == 'n' ? "\n" + indentation : $"\\{line[i]}");
        }
    }

    private static (string Left, string Right) DifferingParts(string left, string right)
    {
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < left.Length - start && end < right.Length - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        return (Part(left, start, end), Part(right, start, end));
    }

    private static string Part(string line, int start, int end)
    {
        var from = Math.Max(0, start - AroundDifference);
        var to = Math.Min(line.Length, line.Length - end + AroundDifference);
        return (from > 0 ? "…" : "") + line[from..to] + (to < line.Length ? "…" : "");
    }
}
