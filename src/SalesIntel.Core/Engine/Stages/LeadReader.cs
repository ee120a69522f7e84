using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Reads an event and its lead from the store.</summary>
internal sealed class LeadReader(IEventStore store, IEnumerable<IInterpreter> interpreters)
{
    private readonly Dictionary<string, IInterpreter> bySource =
        interpreters.ToDictionary(interpreter => interpreter.Source, StringComparer.Ordinal);

    public async Task<LeadReading> ReadAsync(WebhookEvent stored, CancellationToken cancellationToken)
    {
        var key = stored.Lead
            ?? throw new PermanentFailureException("no-lead", "The event has no lead. Replay it from the start.");
        var record = await store.GetLeadAsync(key, cancellationToken).ConfigureAwait(false);
        var said = Interpret(stored, record.Email);
        return new LeadReading(record, said, [.. record.Facts, .. said.Facts]);
    }

    /// <summary>What the event says, without its lead's record.</summary>
    public Interpretation Interpret(WebhookEvent stored, string leadEmail) =>
        bySource.TryGetValue(stored.Source, out var interpreter)
            ? interpreter.Interpret(stored, leadEmail)
            : throw new PermanentFailureException("unknown-source", "No interpreter knows this event's source.");
}
