namespace SalesIntel.Hosting.Sqlite;

/// <summary>The transaction in which writes are done, and the store's time in it.</summary>
internal sealed class WriteScope
{
    // How far the clock in the file may be behind: what goes by it waits for so much longer after a restart at worst.
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(1);

    private readonly DateTimeOffset reached;
    private readonly long changesBefore;
    private long? last;

    public WriteScope(SqliteSession session, StoreClock clock)
    {
        Session = session;
        Clock = clock;
        changesBefore = session.TotalChanges;
        reached = AcceptanceClock.FromMicroseconds(session.Number("SELECT at FROM clock"));
        clock.Reach(reached);
    }

    public SqliteSession Session { get; }

    public StoreClock Clock { get; }

    public DateTimeOffset Now => Clock.Now;

    /// <summary>The stamp of an acceptance: later than each one before, whichever process made it.</summary>
    public DateTimeOffset NextAcceptance()
    {
        var before = last ?? Session.Number("SELECT max(created_at) FROM event");
        last = Math.Max(AcceptanceClock.ToMicroseconds(Now), before + 1);
        return AcceptanceClock.FromMicroseconds(last.Value);
    }

    /// <summary>Keeps in the file how far the clock has come, where something was written anyway.</summary>
    public void KeepTime()
    {
        var now = Now;
        if (Session.TotalChanges != changesBefore && now - reached > ClockStep)
        {
            Session.Execute("UPDATE clock SET at = ?", now);
        }
    }
}
