using SalesIntel.Storage.Contract;

namespace SalesIntel.Crm;

/// <summary>What the <see cref="LeadSynchronizer"/> needs of whoever runs it.</summary>
internal interface ILeadWriteJournal
{
    /// <summary>Throws when nothing may be written any more, because somebody else may be at work on the lead.</summary>
    void EnsureMayWrite();

    /// <summary>Records durably what is about to be written, as the lead's whole <see cref="LeadRecord.OtherForms"/>.</summary>
    Task RecordIntentAsync(JsonObject otherForms);
}
