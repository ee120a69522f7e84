using SalesIntel.Crm;
using SalesIntel.Extraction;
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
        FieldMap map,
        ReadAiOptions readAi,
        ProcessingOptions options,
        TimeProvider time)
    {
        var writer = new LeadWriter(crm, map);
        var deliver = new DeliverStage(reader, writer, new OnceEffects(crm), options);
        return
        [
            new RouteStage(new MeetingRouter(store, crm, readAi, options)),
            new FactsStage(reader, writer, deliver, options, time),
            new ExtractStage(reader, extractor, deliver, options),
            deliver,
        ];
    }
}
