using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>One lead, its CRM, and what is kept about it: what a stage does with a synchronizer, without the engine.</summary>
internal sealed class SynchronizedLead : ILeadWriteJournal
{
    public const string Ada = "ada@quill.example";

    public SynchronizedLead(params LeadField[] fields) => Crm.Mapping = new TestMapping([DemoFields.Email, .. fields]);

    public TestCrm Crm { get; } = new();

    public FakeTimeProvider Time { get; } = new(Bodies.Base);

    public LeadRecord Record { get; set; } = new() { Key = LeadKey.FromEmail(Ada), Email = Ada };

    /// <summary>Somebody else may be at work on the lead.</summary>
    public bool IsLost { get; set; }

    /// <summary>What the CRM was seen to hold a moment ago; null = it is asked.</summary>
    public LeadLook? Look { get; set; }

    /// <summary>What the CRM shows of the only lead that it has.</summary>
    public JsonObject Shown => Assert.Single(Crm.Leads).Value;

    /// <summary>Writes a lead and records what was written, if it comes to that.</summary>
    public Task<LeadWriteResult> WriteAsync(Lead lead) => WriteAsync(LeadPatch.Of(lead, FieldCatalog.Default));

    /// <summary>Writes values of some fields, each with its own policy.</summary>
    public Task<LeadWriteResult> WriteAsync(params (LeadField Field, string Value)[] values) => WriteAsync(new LeadPatch
    {
        Email = Ada,
        Fields =
        [
            new PatchField(DemoFields.Email, Ada, WritePolicy.Own),
            .. values.Select(value => new PatchField(value.Field, value.Value, value.Field.Policy)),
        ],
    });

    /// <summary>The CRM carries writes out and its answers are lost, from the one after so many on.</summary>
    public void LoseAnswers(int after = 0) => Crm.After = call =>
    {
        if (call == "write" && after-- <= 0)
        {
            throw new Failures.ProviderException("test", "cut-off", "no answer") { IsTransient = true, OutcomeUnknown = true };
        }
    };

    public void Heal() => Crm.After = _ => { };

    void ILeadWriteJournal.EnsureMayWrite()
    {
        if (IsLost)
        {
            throw new LeaseLostException();
        }
    }

    Task ILeadWriteJournal.RecordIntentAsync(JsonObject otherForms)
    {
        Record = Record with { OtherForms = (JsonObject)otherForms.DeepClone() };
        return Task.CompletedTask;
    }

    private async Task<LeadWriteResult> WriteAsync(LeadPatch patch)
    {
        var result = await new LeadSynchronizer(Crm, Time).WriteAsync(Record, patch, this, Look, CancellationToken.None);
        Record = Record with { CrmId = result.LeadId, Written = result.Written, OtherForms = result.OtherForms };
        return result;
    }
}
