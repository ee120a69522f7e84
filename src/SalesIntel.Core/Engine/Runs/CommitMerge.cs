using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Joins what was done before with a commit, so that one write records both.</summary>
internal static class CommitMerge
{
    /// <summary>Adds earlier entries and an earlier change of the same lead to a commit; what the commit itself says wins.</summary>
    public static EventCommit After(this EventCommit commit, IReadOnlyDictionary<string, LedgerEntry> ledger, LeadUpdate? lead)
    {
        var entries = new Dictionary<string, LedgerEntry>(ledger, StringComparer.Ordinal);
        foreach (var (effect, entry) in commit.Ledger)
        {
            entries[effect] = entry;
        }

        return commit with { Ledger = entries, Lead = Join(lead, commit.Lead) };
    }

    /// <summary>Joins two changes of one lead; null when there is none.</summary>
    public static LeadUpdate? Join(LeadUpdate? earlier, LeadUpdate? later)
    {
        if (earlier is null || later is null)
        {
            return later ?? earlier;
        }

        if (earlier.Key != later.Key)
        {
            throw new InvalidOperationException("The changes of two leads can't be recorded as one.");
        }

        var references = new Dictionary<string, string>(earlier.References, StringComparer.Ordinal);
        foreach (var (subject, reference) in later.References)
        {
            references[subject] = reference;
        }

        return later with
        {
            Facts = [.. earlier.Facts, .. later.Facts],
            WithdrawnFacts = [.. earlier.WithdrawnFacts, .. later.WithdrawnFacts],
            CrmId = later.CrmId ?? earlier.CrmId,
            Written = later.Written ?? earlier.Written,
            OtherForms = later.OtherForms ?? earlier.OtherForms,
            References = references,
        };
    }
}
