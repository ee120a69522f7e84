using System.Globalization;
using StackExchange.Redis;

namespace SalesIntel.SampleHost;

/// <summary>Proves that a start has recovered what was there. A number goes up with each start and each stop, in the store and then
/// in a file beside it, but not while a loss was not told yet: a store that is behind the file has lost writes that it had acknowledged. The write is a probe too: a device
/// that can't write fails at the start and not at the first webhook.</summary>
internal sealed class RecoverySentinel(IDatabase database, string folder)
{
    private const string Key = "embedded:sentinel";

    private readonly string file = Path.Combine(folder, "sentinel");
    private long last;

    /// <summary>What is missing, in words for the operator; null when nothing is.</summary>
    public async Task<string?> FindLossAsync()
    {
        var stored = (long?)await database.StringGetAsync(Key).ConfigureAwait(false) ?? 0;
        var expected = await ReadFileAsync().ConfigureAwait(false);
        last = Math.Max(stored, expected);
        return stored >= expected
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"The data in {folder} was not recovered: the store is at {stored}, the file {Path.GetFileName(file)} at {expected}. Accepted "
                + $"events may be lost. To get them back stop this process and restore the folder from a backup; to find what is missing "
                + $"compare the bookings and meetings since the last stop with the CRM.");
    }

    /// <summary>Goes one further. The store comes first: a crash between the two leaves it ahead, which is no loss.</summary>
    public async Task AdvanceAsync()
    {
        last++;
        await database.StringSetAsync(Key, last).ConfigureAwait(false);
        var next = file + ".new";
        await File.WriteAllTextAsync(next, last.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        File.Move(next, file, overwrite: true);
    }

    private async Task<long> ReadFileAsync() =>
        File.Exists(file) && long.TryParse(await File.ReadAllTextAsync(file).ConfigureAwait(false), CultureInfo.InvariantCulture, out var number)
            ? number : 0;
}
