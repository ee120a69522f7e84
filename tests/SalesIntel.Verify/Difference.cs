using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace VerifyXunit;

/// <summary>All differences between two texts, each with the lines around it and their numbers, as <c>diff -u</c> shows them.</summary>
internal static class Difference
{
    private const int LinesAround = 3;

    internal static string Of(string expected, string now)
    {
        var (old, @new) = (ValueLines.Unfold(expected), ValueLines.Unfold(now));

        // A line break and the two characters that stand for one look the same when they are unfolded.
        var diff = old == @new ? Compare(expected, now) : Compare(old, @new);
        var text = new StringBuilder();
        var blocks = diff.DiffBlocks;
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - EndOf(blocks[last]) <= 2 * LinesAround)
            {
                last++;
            }

            AppendHunk(text, diff, first, last);
            first = last + 1;
        }

        return text.ToString();
    }

    private static DiffResult Compare(string old, string @new) =>
        Differ.Instance.CreateDiffs(old, @new, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);

    private static int EndOf(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static void AppendHunk(StringBuilder text, DiffResult diff, int first, int last)
    {
        string[] old = [.. diff.PiecesOld];
        string[] @new = [.. diff.PiecesNew];
        var blocks = diff.DiffBlocks;
        var from = Math.Max(0, blocks[first].DeleteStartA - LinesAround);
        var newFrom = blocks[first].InsertStartB - (blocks[first].DeleteStartA - from);
        text.Append(CultureInfo.InvariantCulture, $"@@ line {from + 1} of the verified file, line {newFrom + 1} of the received one @@\n");
        for (var i = first; i <= last; i++)
        {
            var block = blocks[i];
            AppendSame(text, old, from, block.DeleteStartA);
            var (removed, added) = ValueLines.Shorten(
                old[block.DeleteStartA..EndOf(block)], @new[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            Append(text, "- ", removed);
            Append(text, "+ ", added);
            from = EndOf(block);
        }

        AppendSame(text, old, from, Math.Min(old.Length, from + LinesAround));
    }

    private static void AppendSame(StringBuilder text, string[] lines, int from, int to) =>
        Append(text, "  ", lines[from..to].SelectMany(ValueLines.Wrap));

    private static void Append(StringBuilder text, string mark, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(mark).Append(line).Append('\n');
        }
    }
}
