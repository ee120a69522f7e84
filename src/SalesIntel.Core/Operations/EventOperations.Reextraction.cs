using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Operations;

/// <content>Extracting again on purpose.</content>
public sealed partial class EventOperations
{
    /// <summary>Events in a second that are extracted again, unless another rate is asked for: fewer than a process has read in that time, so
    /// that bookings of the day find a place.</summary>
    public const double DefaultReextractionRate = 0.5;

    private const string NoRequest = "";
    private const string PreviewRequest = "preview";

    /// <summary>What extracting one event again would change: the model is asked although a completion of the same content is kept, and
    /// what it says is compared with what the CRM holds. Nothing is written to the CRM or to the event. The tokens are used and counted in the
    /// daily budget, as work on the past; <see cref="ReextractAsync(string, bool, CancellationToken)"/> within a day applies just this
    /// completion, and asks no model.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<ReplayPreview> PreviewReextractionAsync(string eventId, CancellationToken cancellationToken)
    {
        var runner = await StartPreviewAsync(extracts: true, cancellationToken).ConfigureAwait(false);
        return await PreviewAsync(runner, eventId, PreviewRequest, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What extracting these events again would change, of each what is left for it to change after those before it. In the order of
    /// acceptance.</summary>
    /// <param name="filter">Which; the newest <see cref="EventFilter.Limit"/> of them. Must have a condition.</param>
    /// <param name="perSecond">At most so many in a second, above 0.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The filter has no condition.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public IAsyncEnumerable<ReplayPreview> PreviewReextractionAsync(
        EventFilter filter, double perSecond, CancellationToken cancellationToken) =>
        PreviewAllAsync(filter, perSecond, PreviewRequest, cancellationToken);

    /// <summary>Runs one event again from its start, and has the model asked again although a completion of the same content is kept. It is
    /// work on the past: whatever has just come in goes before it, and it stops at four fifths of the daily budget. What was read before stays
    /// until the new values are there; a note that a person has edited stays, and a new one is added.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="isVouchedFor">As in <see cref="ReplayAsync(string, bool, CancellationToken)"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public Task<ReplayOutcome> ReextractAsync(string eventId, bool isVouchedFor, CancellationToken cancellationToken) =>
        ReplayAsync(eventId, isVouchedFor, NewRequest(), cancellationToken);

    /// <summary>Runs events again from their start, in the order of acceptance, and has the model asked again for each.</summary>
    /// <param name="filter">Which; the newest <see cref="EventFilter.Limit"/> of them. Must have a condition.</param>
    /// <param name="perSecond">At most so many in a second, above 0.</param>
    /// <param name="cancellationToken">Ends it; what was started until then stays so.</param>
    /// <exception cref="ArgumentException">The filter has no condition.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public IAsyncEnumerable<ReplayOutcome> ReextractAsync(EventFilter filter, double perSecond, CancellationToken cancellationToken) =>
        ReplayAllAsync(filter, perSecond, NewRequest(), cancellationToken);

    private static string NewRequest() => Guid.NewGuid().ToString("N")[..16];

    // What was done stays done, but for what follows from the extraction.
    private Dictionary<string, LedgerEntry> LedgerOf(WebhookEvent stored, string extractionRequest)
    {
        var now = time.GetUtcNow();
        var ledger = new Dictionary<string, LedgerEntry> { [Effects.Replay] = new(LedgerState.Done, now) };
        if (extractionRequest.Length == 0)
        {
            return ledger;
        }

        var before = stored.Ledger.GetValueOrDefault(Effects.Extraction) is { State: LedgerState.Done } extraction
            ? extraction.Detail
            : stored.Ledger.GetValueOrDefault(Effects.Reextraction)?.Detail ?? "";
        ledger[Effects.Reextraction] = new(LedgerState.Done, now, extractionRequest, before);
        string[] undone = [Effects.Extraction, Effects.Note];
        foreach (var effect in undone.Where(effect => stored.Ledger.GetValueOrDefault(effect) is { State: LedgerState.Done }))
        {
            ledger[effect] = stored.Ledger[effect] with { State = LedgerState.Intended, At = now, Detail = "" };
        }

        return ledger;
    }
}
