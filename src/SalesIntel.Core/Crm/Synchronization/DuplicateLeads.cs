namespace SalesIntel.Crm;

/// <summary>What to tell of leads, or of what they have become, that share an address.</summary>
internal static class DuplicateLeads
{
    /// <summary>The issue.</summary>
    /// <param name="ids">The lead that is written, then the others.</param>
    public static string Issue(IReadOnlyList<string> ids) =>
        $"{ids.Count} records share this address; the oldest was written ({string.Join(", ", ids)}). Merge them.";

    /// <summary>The issue where the CRM says that there are others and does not show them.</summary>
    /// <param name="id">The lead that is written.</param>
    public static string IssueOfUnseen(string id) => $"More than one lead has this address; {id} was written, which the CRM named. Merge them.";
}
