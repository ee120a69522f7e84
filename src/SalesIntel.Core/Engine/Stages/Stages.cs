using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Engine;

/// <summary>Puts the stages together: the same ones for the processor and for a rehearsal.</summary>
internal static class Stages
{
    public static LeadReader Reader(IEventStore store) => new(store, [new CalendlyInterpreter(), new ReadAiInterpreter()]);

    public static IReadOnlyList<IStage> Build(
        IEventStore store,
        LeadReader reader,
        ICrm crm,
        IExtractor extractor,
        FieldCatalog catalog,
        ReadAiOptions readAi,
        ProcessingOptions options,
        TimeProvider time)
    {
        var synchronizer = new LeadSynchronizer(crm, time);
        var deliver = new DeliverStage(reader, synchronizer, catalog, new OnceEffects(crm), options);
        return
        [
            new RouteStage(new MeetingRouter(store, crm, readAi, options)),
            new FactsStage(reader, synchronizer, catalog, deliver, options, time),
            new ExtractStage(reader, extractor, deliver, options),
            deliver,
        ];
    }
}
