namespace SalesIntel.Hosting.Redis;

/// <summary>The store's id in a file, so that a start notices that the data are others. Without a folder nothing is remembered.</summary>
/// <param name="folder">Where the file is; empty = nowhere.</param>
/// <param name="store">Whose id it is: a host that is pointed at another store has lost nothing.</param>
/// <param name="logger">Where it is told that nothing can be remembered.</param>
internal sealed class RememberedMark(string folder, string store, ILogger logger)
{
    private const string Name = "redis-store-id";

    private readonly string file = Path.Combine(folder, Name);
    private string? written;
    private bool isUsable = folder.Length > 0;

    /// <summary>The id; null when none is remembered for this store.</summary>
    public string? Read() => Use(() => File.Exists(file) && File.ReadAllLines(file) is [var name, var id] && name == store && id.Length > 0
        ? written = id : null);

    public void Write(string id)
    {
        if (id == written)
        {
            return;
        }

        Use(() =>
        {
            Directory.CreateDirectory(folder);
            var next = $"{file}.{Environment.ProcessId}.new";
            File.WriteAllLines(next, [store, id]);
            File.Move(next, file, overwrite: true);
            return written = id;
        });
    }

    // A folder that can't be used is no reason to stop: what is lost is only the notice of a loss after a restart.
    private string? Use(Func<string?> use)
    {
        try
        {
            return isUsable ? use() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            isUsable = false;
            Log.NotRemembered(logger, file, exception.Message);
            return null;
        }
    }
}
