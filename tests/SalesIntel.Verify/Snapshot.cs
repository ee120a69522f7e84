using System.Text;
using VerifyTests;

namespace VerifyXunit;

/// <summary>A snapshot's two files and their comparison.</summary>
internal static class Snapshot
{
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
            ? $"There is no verified file yet; read the received one, then ./test.sh --accept.\n{names}"
            : $"The snapshot differs. Where the new one is right: ./test.sh --accept\n{names}\n{Difference.Of(expected, now)}");
    }

    private static string Normalize(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
}
