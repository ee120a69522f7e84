using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records with an event's lease what is about to be written to its lead.</summary>
internal sealed class LeadWriteJournal(EventRun run, LeadKey lead, string email) : ILeadWriteJournal
{
    public void EnsureMayWrite() => run.EnsureHeld();

    public Task RecordIntentAsync(JsonObject otherForms) => run.CommitAsync(new EventCommit
    {
        Next = new NextStep.Continue(),
        Lead = new LeadUpdate { Key = lead, Email = email, OtherForms = otherForms },
    });
}
