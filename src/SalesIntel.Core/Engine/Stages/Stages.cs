using SalesIntel.Alerts;
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
        IAlerts alerts,
        ProcessingOptions options,
        TimeProvider time)
    {
        var synchronizer = new LeadSynchronizer(crm, time);
        var work = new DocumentWork(catalog, team, options);
        var deliver = new DeliverStage(reader, synchronizer, catalog, work, new OnceEffects(crm), options);
        var router = new MeetingRouter(store, reader, new BookingMatcher(store, reader), crm, team, options);
        var review = new RouteReview(store, reader, router);
        var transfer = new LeadTransfer(store, reader, crm, synchronizer, catalog, options);
        return
        [
            new RouteStage(reader, router, new HealedMeetings(store, alerts)),
            new FactsStage(reader, synchronizer, catalog, transfer, review, deliver, options, time),
            new ExtractStage(reader, extractor, work, review, deliver, options),
            deliver,
        ];
    }
}
