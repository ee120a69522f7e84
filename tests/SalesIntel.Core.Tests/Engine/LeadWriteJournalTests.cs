using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>What holds a write to a lead together with the lease of the event for which it is made.</summary>
public sealed class LeadWriteJournalTests
{
    private const string Ada = "ada@quill.example";

    private static readonly LeadPatch Patch = LeadPatch.Of(new Lead { Email = Ada, LastName = "Quill" }, FieldCatalog.Default);

    private readonly Pipeline pipeline = new();

    [Fact]
    public async Task Nothing_is_written_after_the_lease_ran_out()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        await held.ReleaseAsync();
        await using var other = await HeldEvent.TakeAsync(pipeline);
        pipeline.Time.Advance(pipeline.Options.Lease);

        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(held));

        Assert.DoesNotContain("write", pipeline.Crm.Calls);
    }

    [Fact]
    public async Task What_is_about_to_be_written_is_in_the_store_before_the_CRM_has_it()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        List<string> recorded = [];
        pipeline.Crm.Before = call => recorded.Add(
            $"{call}: {pipeline.Store.GetLeadAsync(held.Lead, CancellationToken.None).Result.OtherForms.ToJsonString()}");

        await WriteAsync(held);

        Assert.Equal(["find: {}", """write: {"last_name":["Quill"]}"""], recorded);
    }

    private async Task WriteAsync(HeldEvent held) => await new LeadSynchronizer(pipeline.Crm, pipeline.Time).WriteAsync(
        await held.RecordAsync(), Patch, new LeadWriteJournal(held.Run, held.Lead, Ada), null, CancellationToken.None);
}
