using System.Text;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>What messages tell about a lead, read as the pipeline reads them but without a store.</summary>
internal static class Told
{
    private static readonly CalendlySource Calendly = new(new CalendlyOptions());
    private static readonly ReadAiSource ReadAi = new(new ReadAiOptions());
    private static readonly TestExtractor Extractor = new();
    private static readonly DocumentWork Work = new(FieldCatalog.Default, new TeamOptions(), new ProcessingOptions());

    /// <summary>The event as a store would hold it.</summary>
    public static WebhookEvent Event(string body, int acceptedMinute = 0)
    {
        IWebhookSource source = body.Contains("\"session_id\"", StringComparison.Ordinal) ? ReadAi : Calendly;
        var bytes = Encoding.UTF8.GetBytes(body);
        var at = Bodies.Base.AddMinutes(acceptedMinute);
        var reading = source.Read(bytes, at);
        Assert.Equal(WebhookKind.Process, reading.Kind);
        return new WebhookEvent
        {
            EventId = EventIdentity.Derive(reading.IdempotencyKey, reading.Revision),
            Source = source.Name,
            EventType = reading.EventType,
            ExternalId = reading.ExternalId,
            IdempotencyKey = reading.IdempotencyKey,
            Revision = reading.Revision,
            Status = EventStatus.Processing,
            Stage = Stage.Facts,
            Lead = reading.LeadEmail() is { } email ? LeadKey.FromEmail(email) : null,
            CreatedAt = at,
            UpdatedAt = at,
            Payload = bytes,
        };
    }

    /// <summary>The facts of one message, with what was extracted from it.</summary>
    public static IReadOnlyList<LeadFact> By(string body, int acceptedMinute = 0, string email = "")
    {
        var stored = Event(body, acceptedMinute);
        IWebhookSource source = stored.Source == ReadAi.Name ? ReadAi : Calendly;
        var reading = source.Read(stored.Payload, stored.CreatedAt);
        var facts = LeadReader.FactsOf(stored, reading, reading.LeadEmail() ?? email);
        return reading.Document is { } document
            ? [.. facts, Work.ExtractAsync(stored, document, Extractor, ExtractionTerms.Usual, CancellationToken.None).GetAwaiter().GetResult().Fact]
            : facts;
    }

    /// <summary>The facts of several messages about one lead.</summary>
    public static LeadFact[] ByAll(IEnumerable<string> bodies, string email = "ada@quill.example") =>
        [.. bodies.SelectMany(body => By(body, email: email))];
}
