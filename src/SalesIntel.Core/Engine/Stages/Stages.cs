using SalesIntel.Alerts;
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
        IAlerts alerts,
        ProcessingOptions options,
        TimeProvider time,
        ISharedState? shared = null,
        bool isPreview = false)
    {
        var work = new DocumentWork(catalog, team, options);
        var fieldAlerts = new FieldAlerts(alerts, shared);
        var later = new LaterNotes(store, reader, work);
        var deliver = new DeliverStage(reader, catalog, work, later, fieldAlerts, time);
        var reports = new MeetingReports(store, reader);
        var router = new MeetingRouter(store, reader, new BookingMatcher(store, reader), reports, team);
        var review = new RouteReview(store, reports, router);
        var transfer = new LeadTransfer(store, reader, catalog, later, time);
        return
        [
            new RouteStage(reader, router, new HealedMeetings(store, router, alerts)),
            new FactsStage(reader, catalog, transfer, review, deliver, fieldAlerts, time),
            new ExtractStage(reader, extractor, work, review, time, isPreview),
            deliver,
        ];
    }
}
