using System.Text;
using VerifyTests;

namespace VerifyXunit;

/// <summary>A snapshot's two files and their comparison.</summary>
internal static class Snapshot
{
    private const int LinesAround = 3;
    private const int LongestLine = 200;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static async Task CompareAsync(string stem, string extension, string text)
    {
        var verified = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        var now = Normalize(text);
        var expected = File.Exists(verified) ? Normalize(await File.ReadAllTextAsync(verified)) : null;

        // Editors like to end a file with a line break; that is no difference.
        if (expected is not null && (expected == now || expected == now + "\n"))
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        await File.WriteAllTextAsync(received, now, Utf8);
        var names = $"received: {SourceFolder.Shorten(received)}\nverified: {SourceFolder.Shorten(verified)}";
        throw new VerifyException(expected is null
            ? $"There is no verified file yet; read the received one and rename it.\n{names}"
            : $"The snapshot differs.\n{names}\n{Difference(expected, now)}");
    }

    private static string Normalize(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');

    private static string Difference(string expected, string now)
    {
        var old = expected.Split('\n');
        var @new = now.Split('\n');
        var first = 0;
        while (first < old.Length && first < @new.Length && old[first] == @new[first])
        {
            first++;
        }

        var excerpt = new StringBuilder($"first difference in line {first + 1}:\n");
        Append(excerpt, "  ", old, Math.Max(0, first - LinesAround), first);
        Append(excerpt, "- ", old, first, first + LinesAround);
        Append(excerpt, "+ ", @new, first, first + LinesAround);
        return excerpt.ToString();
    }

    private static void Append(StringBuilder excerpt, string mark, string[] lines, int from, int to)
    {
        for (var i = from; i < to && i < lines.Length; i++)
        {
            var line = lines[i];
            excerpt.Append(mark).Append(line.Length > LongestLine ? line[..LongestLine] + "…" : line).Append('\n');
        }
    }
}
