namespace SalesIntel.Consumer.Parts;

internal static class Until
{
    /// <summary>Looks again and again; fails after half a minute.</summary>
    public static Task<T> FoundAsync<T>(Func<T?> look)
        where T : class => FoundAsync(() => Task.FromResult(look()));

    /// <inheritdoc cref="FoundAsync{T}(Func{T})"/>
    public static async Task<T> FoundAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(10, limit.Token);
        }
    }
}
