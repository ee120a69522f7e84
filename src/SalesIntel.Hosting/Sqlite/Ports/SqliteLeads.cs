using SalesIntel.Leads;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Finds what is kept about leads.</summary>
internal sealed class SqliteLeads(SqliteReaders readers, StoreClock clock)
{
    public Task<LeadRecord> GetAsync(LeadKey lead, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => LeadRows.Read(session, lead, clock.Now), cancellationToken);

    public Task<string?> GetMeetingAsync(string sessionId, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => LeadRows.ReadMeeting(session, sessionId, clock.Now), cancellationToken, isOneStatement: true);
}
