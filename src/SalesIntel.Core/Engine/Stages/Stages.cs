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
        FieldMap map,
        TeamOptions team,
        ProcessingOptions options,
        TimeProvider time)
    {
        var writer = new LeadWriter(crm, map);
        var deliver = new DeliverStage(reader, writer, new OnceEffects(crm), options);
        return
        [
            new RouteStage(reader, new MeetingRouter(store, crm, team, options)),
            new FactsStage(reader, writer, deliver, options, time),
            new ExtractStage(reader, extractor, deliver, options),
            deliver,
        ];
    }
}
