namespace SalesIntel.Hosting.Sqlite;

/// <summary>Small shared values and locks.</summary>
internal sealed class SqliteSharedState(SqliteWriter writer, SqliteReaders readers, StoreClock clock, ILogger logger)
{
    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            session => session.Text("SELECT value FROM shared_value WHERE key = ? AND expires_at > ?", key, clock.Now),
            cancellationToken,
            isOneStatement: true);

    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope => scope.Session.Execute(
                "INSERT INTO shared_value (key, value, expires_at) VALUES (?1, ?2, ?3) "
                + "ON CONFLICT (key) DO UPDATE SET value = ?2, expires_at = ?3",
                key,
                value,
                scope.Now + life),
            cancellationToken);

    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope => scope.Session.Execute("DELETE FROM shared_value WHERE key = ? AND value = ?", key, expected), cancellationToken);

    public async Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var token = Guid.NewGuid().ToString("N");
        var taken = await writer.WriteAsync(
            scope => scope.Session.Execute(
                "INSERT INTO shared_lock (name, token, expires_at) VALUES (?1, ?2, ?3) "
                + "ON CONFLICT (name) DO UPDATE SET token = ?2, expires_at = ?3 WHERE expires_at <= ?4",
                name,
                token,
                scope.Now + atMost,
                scope.Now) == 1,
            cancellationToken).ConfigureAwait(false);
        return taken ? new HeldLock(this, name, token) : null;
    }

    private Task ReleaseAsync(string name, string token) =>
        writer.WriteAsync(
            scope => scope.Session.Execute("DELETE FROM shared_lock WHERE name = ? AND token = ?", name, token), CancellationToken.None);

    private sealed class HeldLock(SqliteSharedState state, string name, string token) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await state.ReleaseAsync(name, token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is StoreUnavailableException or ObjectDisposedException)
            {
                // What was done under the lock is done; an outage now must not turn it into a failure.
                Log.NotGivenBack(state.Logger, $"Lock {name}", exception);
            }
        }
    }

    private ILogger Logger => logger;
}
