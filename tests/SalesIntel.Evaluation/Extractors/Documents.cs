using SalesIntel.Evaluation.Cases;
using SalesIntel.Leads;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>Turns bodies into documents the way the product does: with its own sources.</summary>
internal static class Documents
{
    private static readonly DateTimeOffset ReceivedAt = new(2026, 12, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, IWebhookSource> Sources = new IWebhookSource[]
    {
        new ReadAiSource(new ReadAiOptions { MinDuration = TimeSpan.Zero }),
        new CalendlySource(new CalendlyOptions()),
    }.ToDictionary(source => source.Name, StringComparer.Ordinal);

    /// <summary>The document of a case.</summary>
    /// <exception cref="InvalidDataException">Its body is not one that its source processes.</exception>
    public static LeadDocument Of(EvaluationCase one)
    {
        var reading = Read(one);
        return reading.Document ?? throw new InvalidDataException(
            $"The body of the case '{one.Id}' is no document for the source '{one.Source}': {reading.Kind}. {reading.Reason}");
    }

    /// <summary>The document of a case; null when its body is not one that its source processes.</summary>
    public static LeadDocument? TryOf(EvaluationCase one) => Read(one).Document;

    private static WebhookReading Read(EvaluationCase one) => Sources.TryGetValue(one.Source, out var source)
        ? source.Read(one.Body, ReceivedAt)
        : throw new InvalidDataException(
            $"The case '{one.Id}' has the source '{one.Source}'; known are {string.Join(", ", Sources.Keys)}.");
}
