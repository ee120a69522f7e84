namespace SalesIntel.Benchmarks.Ratios;

/// <summary>The least that a durable acceptance could do: one transaction with the body and an entry in a sorted index.</summary>
internal interface IBareStore : IAsyncDisposable
{
    Task StoreAsync(string key, byte[] body, long score);
}
