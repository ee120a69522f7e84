namespace SalesIntel.Crm;

/// <summary>What would have been written to the CRM, in the order in which it was asked for. Holds personal data.</summary>
internal sealed class CrmRecording
{
    /// <summary>Writes to leads.</summary>
    public List<RecordedLeadWrite> Leads { get; } = [];

    public List<RecordedNote> Notes { get; } = [];

    /// <summary>Tasks that would have been made.</summary>
    public List<CrmTask> Tasks { get; } = [];
}
