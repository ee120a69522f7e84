using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Testing;

/// <summary>What webhooks become: the lead, what the CRM would hold, and the note. The very engine runs, over memory: no I/O, no container,
/// and the same messages give the same result. Made for snapshot tests of field mappings.</summary>
/// <example><code>
/// var source = new CalendlySource(new CalendlyOptions());
/// var lead = await LeadPreview.OfAsync(source, body, new LeadPreviewSetup { Mapping = mapping }, cancellationToken);
/// await Verify(lead.CrmFields);
/// </code></example>
public sealed class LeadPreview
{
    private readonly LeadPreviewSetup setup;
    private readonly MemoryStore store;
    private readonly InMemoryCrm crm;
    private readonly Dictionary<string, IWebhookSource> sources;
    private readonly WebhookIntake intake;
    private readonly EventProcessor processor;
    private readonly HashSet<LeadKey> seen = [];
    private readonly List<LeadKey> leads = [];

    /// <summary>Makes a preview that has seen no message.</summary>
    /// <param name="sources">The senders whose messages it takes.</param>
    /// <param name="setup">What it is made with; null = the defaults.</param>
    public LeadPreview(IEnumerable<IWebhookSource> sources, LeadPreviewSetup? setup = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        this.setup = setup ?? new LeadPreviewSetup();
        this.sources = sources.ToDictionary(source => source.Name, IWebhookSource (source) => new TrustedSource(source), StringComparer.Ordinal);
        var time = new FixedTime(this.setup.ReceivedAt);
        var alerts = new NoAlerts();
        var processing = this.setup.Processing;
        store = new MemoryStore(time);
        crm = new InMemoryCrm(this.setup.Mapping);
        var webhooks = new WebhookOptions();
        var verification = new VerificationPolicy(processing, webhooks);
        intake = new WebhookIntake(store, alerts, processing, webhooks, time, NullLogger<WebhookIntake>.Instance);
        var reader = new LeadReader(store, this.sources.Values, verification);
        processor = new EventProcessor(
            Stages.Build(store, reader, this.setup.Extractor, this.setup.Catalog, this.setup.Team, alerts, processing, time),
            store,
            crm,
            new CrmCallers(),
            new FailureHandler(store, reader, verification, alerts, processing, time, NullLogger<FailureHandler>.Instance),
            verification,
            processing,
            time,
            NullLogger<EventProcessor>.Instance);
    }

    /// <summary>What one message becomes.</summary>
    /// <param name="source">Its sender.</param>
    /// <param name="body">Its body.</param>
    /// <param name="setup">What the preview is made with; null = the defaults.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PreviewException">The message does not become a lead.</exception>
    public static async Task<PreviewedLead> OfAsync(
        IWebhookSource source, ReadOnlyMemory<byte> body, LeadPreviewSetup? setup, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return await new LeadPreview([source], setup).ReceiveAsync(source.Name, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes one message, after those before it, and answers what its lead looks like now.</summary>
    /// <param name="source">The name of its sender, see <see cref="IWebhookSource.Name"/>.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The preview has no source of this name.</exception>
    /// <exception cref="PreviewException">The message does not become a lead.</exception>
    public Task<PreviewedLead> ReceiveAsync(string source, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        ReceiveAsync(source, new WebhookRequest(body, _ => null), cancellationToken);

    /// <summary>Takes one message with its headers, for a source that reads them.</summary>
    /// <inheritdoc cref="ReceiveAsync(string, ReadOnlyMemory{byte}, CancellationToken)"/>
    public async Task<PreviewedLead> ReceiveAsync(string source, WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!sources.TryGetValue(source, out var sender))
        {
            throw new ArgumentException($"The preview has no source '{source}'; it has {string.Join(", ", sources.Keys)}.", nameof(source));
        }

        var outcome = await intake.ReceiveAsync(sender, request, cancellationToken).ConfigureAwait(false);
        if (outcome.Kind is not (IntakeKind.Accepted or IntakeKind.Duplicate))
        {
            throw new PreviewException(outcome.Kind.ToString().ToLowerInvariant(), outcome.Reason);
        }

        while (await store.ClaimOneAsync(setup.Processing.Lease, cancellationToken).ConfigureAwait(false) is { } lease)
        {
            await processor.ProcessAsync(lease, cancellationToken).ConfigureAwait(false);
        }

        var stored = (await store.GetAsync(outcome.EventId, cancellationToken).ConfigureAwait(false))!;
        if (stored.Status != EventStatus.Processed || stored.Lead is not { } key)
        {
            throw new PreviewException(
                stored.ErrorClass.Length > 0 ? stored.ErrorClass : stored.Status.ToString().ToLowerInvariant(), stored.LastError);
        }

        if (seen.Add(key))
        {
            leads.Add(key);
        }

        return await ShowAsync(key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All leads that the messages so far have made, in the order in which they became known.</summary>
    public async Task<IReadOnlyList<PreviewedLead>> LeadsAsync(CancellationToken cancellationToken)
    {
        List<PreviewedLead> shown = [];
        foreach (var key in leads)
        {
            shown.Add(await ShowAsync(key, cancellationToken).ConfigureAwait(false));
        }

        return shown;
    }

    private async Task<PreviewedLead> ShowAsync(LeadKey key, CancellationToken cancellationToken)
    {
        var record = await store.GetLeadAsync(key, cancellationToken).ConfigureAwait(false);
        var written = crm.Leads.Single(lead => lead.Id == record.CrmId);
        var lead = LeadProjection.Project(record.Email, record.Facts);
        return new PreviewedLead(lead, written.Fields, crm.NotesOf(written.Id), crm.TasksOf(written.Id))
        {
            Unmapped =
            [
                .. LeadPatch.Of(lead, setup.Catalog).Fields.Where(field => field.Value.Length > 0 && setup.Mapping.Map(field) is null)
                    .Select(field => field.Field.Name),
            ],
        };
    }
}
