using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Puts the stages together: the same ones for the processor and for a preview.</summary>
internal static class Stages
{
    public static IReadOnlyList<IStage> Build(
        IEventStore store,
        LeadReader reader,
        IExtractor extractor,
        FieldCatalog catalog,
        TeamOptions team,
        ProcessingOptions options,
        TimeProvider time)
    {
        var work = new DocumentWork(catalog, team, options);
        var deliver = new DeliverStage(reader, catalog, work, time);
        return
        [
            new RouteStage(reader, new MeetingRouter(store, reader, team)),
            new FactsStage(reader, catalog, deliver, time),
            new ExtractStage(reader, extractor, work),
            deliver,
        ];
    }
}
