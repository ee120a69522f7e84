using System.Buffers.Binary;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>The embedded store's append-only file, as far as tests must know it: records of a length (negative for those that commit) and
/// a body, from the 64th byte on, in sectors.</summary>
internal static class AppendOnlyFile
{
    private const int First = 64;
    private const int Sector = 512;

    /// <summary>Leaves it as a kill does that falls when only so much of the last commit record has reached the disk. Commits that say again
    /// what the last one said bring the end to the place in the sector where that can happen.</summary>
    public static void Tear(string path, int bytesLeft)
    {
        var log = File.ReadAllBytes(path);
        var (end, commit) = (First, Array.Empty<byte>());
        while (end + sizeof(int) <= log.Length && BinaryPrimitives.ReadInt32LittleEndian(log.AsSpan(end)) is not 0 and var length)
        {
            var size = sizeof(int) + ((Math.Abs(length) + 3) & ~3);
            commit = length < 0 ? log[end..(end + size)] : commit;
            end += size;
        }

        Assert.NotEmpty(commit);
        using var torn = new MemoryStream();
        torn.Write(log.AsSpan(0, end));
        while (torn.Length % Sector != Sector - bytesLeft)
        {
            torn.Write(commit);
        }

        torn.Write(commit.AsSpan(0, bytesLeft));
        File.WriteAllBytes(path, torn.ToArray());
    }
}
