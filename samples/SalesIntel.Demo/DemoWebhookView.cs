namespace SalesIntel.Demo;

/// <summary>A message of the demo as it is printed.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Source">Who sends such messages.</param>
/// <param name="Result"><c>accepted</c>, <c>duplicate</c>, <c>ignored</c> or the status code.</param>
/// <param name="Expected">What the result has to be.</param>
/// <param name="Sends">How often it was sent until this result.</param>
/// <param name="Milliseconds">From sending to the answer.</param>
/// <param name="EventId">The event that it became; null when it became none.</param>
/// <param name="Status">Where the event stands; null when there is none.</param>
/// <param name="InCrmMilliseconds">From acceptance to the facts being in the CRM; null when they are not.</param>
internal sealed record DemoWebhookView(
    string Title,
    string Source,
    string Result,
    string Expected,
    int Sends,
    double Milliseconds,
    string? EventId,
    string? Status,
    double? InCrmMilliseconds)
{
    public static DemoWebhookView Of(DemoOutcome outcome) => new(
        outcome.Answer.Webhook.Title,
        outcome.Answer.Webhook.Source,
        outcome.Answer.Result,
        outcome.Answer.Webhook.Expected,
        outcome.Answer.Sends,
        Math.Round(outcome.Answer.Elapsed.TotalMilliseconds),
        outcome.Event?.EventId,
        outcome.Status.Length > 0 ? outcome.Status : null,
        outcome.InCrmAfter is { } time ? Math.Round(time.TotalMilliseconds) : null);
}
