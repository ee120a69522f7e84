using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Puts the stages together: the same ones for the processor and for a rehearsal.</summary>
internal static class Stages
{
    public static IReadOnlyList<IStage> Build(
        IEventStore store,
        LeadReader reader,
        ICrm crm,
        IExtractor extractor,
        FieldCatalog catalog,
        TeamOptions team,
        ProcessingOptions options,
        TimeProvider time)
    {
        var synchronizer = new LeadSynchronizer(crm, time);
        var work = new DocumentWork(catalog, team, options);
        var deliver = new DeliverStage(reader, synchronizer, catalog, work, new OnceEffects(crm), options);
        return
        [
            new RouteStage(reader, new MeetingRouter(store, reader, crm, team, options)),
            new FactsStage(reader, synchronizer, catalog, deliver, options, time),
            new ExtractStage(reader, extractor, work, deliver, options),
            deliver,
        ];
    }
}
