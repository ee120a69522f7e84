using System.Globalization;

namespace SalesIntel.SampleHost;

/// <summary>The folders of the embedded store: each start copies what is there into a new one, so that no file is ever written to by
/// more than one process, and none is recovered more than once after a kill. The file <c>generation</c> says which is the valid one.
/// </summary>
internal sealed class StoreGenerations(string folder)
{
    private const string Prefix = "store-";
    private const string KeptPrefix = "lost-";
    private const string CopyPrefix = "reading-";

    private readonly string pointer = Path.Combine(folder, "generation");

    /// <summary>Number of the valid generation; 0 when there is none yet.</summary>
    public long Current()
    {
        if (File.Exists(pointer) && long.TryParse(File.ReadAllText(pointer), CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        // The pointer went missing: the oldest folder is whole, a newer one may be half of a copy.
        return Numbers().Order().FirstOrDefault();
    }

    public string PathOf(long generation) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{generation}"));

    /// <summary>Copies the files of a generation, in place of any such copy of before; the folder of the copy.</summary>
    public string Copy(long generation)
    {
        RemoveCopies();
        var from = PathOf(generation);
        var to = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{CopyPrefix}{generation}"));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    /// <summary>Makes a generation the valid one, in one step.</summary>
    public void Promote(long generation)
    {
        var next = pointer + ".new";
        File.WriteAllText(next, generation.ToString(CultureInfo.InvariantCulture));
        File.Move(next, pointer, overwrite: true);
    }

    /// <summary>Removes all generations but one: they are copied, or half copies.</summary>
    public void RemoveAllBut(long generation)
    {
        RemoveCopies();
        foreach (var other in Numbers().Where(number => number != generation).ToList())
        {
            Directory.Delete(PathOf(other), recursive: true);
        }
    }

    /// <summary>Puts the files of a generation that has lost data aside, for whoever wants to look. Those of the first loss are kept.</summary>
    public void SetAside(long generation)
    {
        if (Directory.GetDirectories(folder, KeptPrefix + "*").Length == 0)
        {
            Directory.Move(PathOf(generation), Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{KeptPrefix}{generation}")));
        }
    }

    private void RemoveCopies()
    {
        foreach (var copy in Directory.GetDirectories(folder, CopyPrefix + "*"))
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private IEnumerable<long> Numbers() => Directory.GetDirectories(folder, Prefix + "*")
        .Select(path => long.TryParse(Path.GetFileName(path)[Prefix.Length..], CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0);
}
