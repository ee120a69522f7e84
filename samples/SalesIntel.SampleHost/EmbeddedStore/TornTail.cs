using System.Buffers.Binary;
using System.Globalization;

namespace SalesIntel.SampleHost;

/// <summary>Takes away the one torn end of an append-only file that Garnet (2.2.8) does not survive. Each write ends with a commit record:
/// length (negative), version, check sum, addresses. The file grows by whole sectors, so a kill can leave the first eight bytes of such a
/// record, length and version, as the last of the file. Garnet reads zeros for the rest, takes the check sum of nothing for right, and
/// believes that the store is empty: one kill in some hundred. Nobody was told that what this record would have committed is safe.</summary>
internal static class TornTail
{
    private const int Header = 2 * sizeof(int);

    // Of a commit without a cookie; the append-only file has no others.
    private const int RecordLength = -40;
    private const int RecordVersion = 1;
    private const string Segments = "aof.log.*";

    /// <summary>Mends the files in a folder, which no server may have open.</summary>
    public static void Mend(string folder)
    {
        var last = Directory.GetFiles(folder, Segments, SearchOption.AllDirectories).MaxBy(Number);
        if (last is null)
        {
            return;
        }

        using var file = new FileStream(last, FileMode.Open, FileAccess.ReadWrite);
        if (file.Length < Header)
        {
            return;
        }

        var end = new byte[Header];
        file.Position = file.Length - Header;
        file.ReadExactly(end);
        if (BinaryPrimitives.ReadInt32LittleEndian(end) != RecordLength || BinaryPrimitives.ReadInt32LittleEndian(end.AsSpan(sizeof(int))) != RecordVersion)
        {
            return;
        }

        file.Position = file.Length - Header;
        file.Write(new byte[Header]);
    }

    private static int Number(string path) =>
        int.TryParse(Path.GetExtension(path).AsSpan(1), CultureInfo.InvariantCulture, out var number) ? number : -1;
}
