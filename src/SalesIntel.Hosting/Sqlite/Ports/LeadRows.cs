using SalesIntel.Leads;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>What is kept about leads, and which lead a meeting belongs to.</summary>
internal static class LeadRows
{
    public static LeadRecord Read(SqliteSession session, LeadKey key, DateTimeOffset now)
    {
        var record = new LeadRecord { Key = key };
        long id;
        using (var rows = session.Query(
            "SELECT id, email, crm_id, written, also_ours FROM lead WHERE key = ? AND expires_at > ?", key.Value, now))
        {
            if (!rows.Read())
            {
                return record;
            }

            id = rows.Number(0);
            record = record with
            {
                Email = rows.Text(1),
                CrmId = rows.Text(2),
                Written = JsonNode.Parse(rows.Utf8(3)) as JsonObject ?? [],
                OtherForms = JsonNode.Parse(rows.Utf8(4)) as JsonObject ?? [],
            };
        }

        return record with { Facts = ReadFacts(session, id), References = ReadReferences(session, id) };
    }

    public static string? ReadMeeting(SqliteSession session, string meeting, DateTimeOffset now) =>
        session.Text("SELECT email FROM meeting WHERE session = ? AND expires_at > ?", meeting, now);

    public static void Write(WriteScope scope, LeadUpdate update, DateTimeOffset end)
    {
        WriteLead(scope, update, end);
        SqliteHours.Book(scope, update, end);
    }

    /// <summary>Writes a lead, and not in which hours it has bookings.</summary>
    public static void WriteLead(WriteScope scope, LeadUpdate update, DateTimeOffset end)
    {
        if (TryWriteLead(scope, update, end) is not { } id)
        {
            // It has ended but is still there, and nothing of it is to come back.
            scope.Session.Execute("DELETE FROM lead WHERE key = ?", update.Key.Value);
            id = TryWriteLead(scope, update, end)!.Value;
        }

        foreach (var withdrawn in update.WithdrawnFacts)
        {
            scope.Session.Execute("DELETE FROM fact WHERE lead = ? AND id = ?", id, withdrawn);
        }

        foreach (var fact in update.Facts)
        {
            scope.Session.Execute(
                "INSERT INTO fact (lead, id, fact) VALUES (?1, ?2, ?3) ON CONFLICT (lead, id) DO UPDATE SET fact = ?3",
                id,
                fact.Id,
                SqliteValue.Utf8Text(StoreJson.WriteFactUtf8(fact)));
        }

        foreach (var (name, reference) in update.References)
        {
            scope.Session.Execute(
                "INSERT INTO crm_reference (lead, name, id) VALUES (?1, ?2, ?3) ON CONFLICT (lead, name) DO UPDATE SET id = ?3",
                id,
                name,
                reference);
        }
    }

    private static long? TryWriteLead(WriteScope scope, LeadUpdate update, DateTimeOffset end)
    {
        using var rows = scope.Session.Query(
            "INSERT INTO lead (key, email, crm_id, written, also_ours, updated_at, expires_at) "
            + "VALUES (?1, ?2, coalesce(?3, ''), coalesce(?4, '{}'), coalesce(?5, '{}'), ?6, ?7) "
            + "ON CONFLICT (key) DO UPDATE SET email = ?2, crm_id = coalesce(?3, crm_id), written = coalesce(?4, written), "
            + "also_ours = coalesce(?5, also_ours), updated_at = ?6, expires_at = ?7 WHERE lead.expires_at > ?6 RETURNING id",
            update.Key.Value,
            update.Email,
            update.CrmId,
            update.Written?.ToJsonString(),
            update.OtherForms?.ToJsonString(),
            scope.Now,
            end);
        return rows.Read() ? rows.Number(0) : null;
    }

    public static void Assign(WriteScope scope, string meeting, string email, DateTimeOffset end) =>
        scope.Session.Execute(
            "INSERT INTO meeting (session, email, expires_at) VALUES (?1, ?2, ?3) "
            + "ON CONFLICT (session) DO UPDATE SET email = ?2, expires_at = ?3",
            meeting,
            email,
            end);

    private static List<LeadFact> ReadFacts(SqliteSession session, long lead)
    {
        List<LeadFact> facts = [];
        using var rows = session.Query("SELECT fact FROM fact WHERE lead = ?", lead);
        while (rows.Read())
        {
            facts.Add(StoreJson.ReadFact(rows.Utf8(0)));
        }

        facts.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return facts;
    }

    private static Dictionary<string, string> ReadReferences(SqliteSession session, long lead)
    {
        Dictionary<string, string> references = new(StringComparer.Ordinal);
        using var rows = session.Query("SELECT name, id FROM crm_reference WHERE lead = ?", lead);
        while (rows.Read())
        {
            references[rows.Text(0)] = rows.Text(1);
        }

        return references;
    }
}
