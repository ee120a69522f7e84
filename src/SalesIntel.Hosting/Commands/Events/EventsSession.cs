using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Engine;
using SalesIntel.Operations;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>One command's run over the service's store.</summary>
internal sealed class EventsSession
{
    private readonly EventOperations operations;
    private readonly IReadOnlyList<string> sources;
    private readonly EventsReport? report;
    private readonly TextWriter output;
    private readonly TextWriter error;

    private EventsSession(EventOperations operations, IReadOnlyList<string> sources, bool asJson, TextWriter output, TextWriter error)
    {
        (this.operations, this.sources, this.output, this.error) = (operations, sources, output, error);
        report = asJson ? null : new EventsReport(output);
    }

    /// <summary>Runs a command over the store of the service.</summary>
    public static Task<int> RunAsync(
        ServiceFactory service,
        ParseResult parsed,
        Option<bool> json,
        Func<EventsSession, Task<int>> run,
        CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return CommandRun.RunAsync(
            service,
            parsed,
            app =>
            {
                RequireStore(app);
                var operations = app.Services.GetRequiredService<EventOperations>();
                string[] sources = [.. app.Services.GetServices<IWebhookSource>().Select(source => source.Name)];
                return run(new EventsSession(operations, sources, parsed.GetValue(json), output, error));
            },
            cancellationToken);
    }

    // A command must not begin a store of its own in the wrong folder.
    private static void RequireStore(WebApplication app)
    {
        if (StoreFile.FindMissing(app.Services) is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        if (app.Services.GetRequiredService<IEventStore>() is MemoryStore)
        {
            throw new InvalidOperationException(
                "This host keeps its events in memory (AddMemoryStore()), where no other process sees them: add a store that is kept.");
        }
    }

    public async Task<int> ListAsync(EventFilter filter, CancellationToken cancellationToken)
    {
        RequireSource(filter);
        var events = await operations.ListAsync(filter, cancellationToken).Select(EventView.Brief).ToListAsync(cancellationToken);
        Print(new EventsDocument { Events = events }, () => report!.List(events));
        return await EndAsync(events.Count, events.Count, filter);
    }

    public async Task<int> ShowAsync(string eventId, bool withPayload, CancellationToken cancellationToken)
    {
        var stored = await operations.GetAsync(eventId, cancellationToken);
        IReadOnlyList<EventView> events = stored is null ? []
            : [EventView.Full(stored, await operations.ValuesOfAsync(stored, cancellationToken), withPayload)];
        Print(new EventsDocument { Events = events }, () => report!.Show(events));
        return stored is null ? await NotFoundAsync(eventId) : ExitCode.Done;
    }

    public async Task<int> ReplayAsync(string eventId, bool isVouchedFor, bool reextracts, CancellationToken cancellationToken)
    {
        var outcome = await (reextracts
            ? operations.ReextractAsync(eventId, isVouchedFor, cancellationToken)
            : operations.ReplayAsync(eventId, isVouchedFor, cancellationToken));
        Print(new EventsDocument { Outcomes = [outcome] }, () => report!.Outcome(outcome));
        return outcome.Result == ReplayResult.Requeued ? ExitCode.Done : ExitCode.Nothing;
    }

    public async Task<int> ReplayAsync(EventFilter filter, double perSecond, bool reextracts, CancellationToken cancellationToken)
    {
        RequireSource(filter);
        List<ReplayOutcome> outcomes = [];
        try
        {
            var replay = reextracts
                ? operations.ReextractAsync(filter, perSecond, cancellationToken)
                : operations.ReplayAsync(filter, perSecond, cancellationToken);
            await foreach (var outcome in replay)
            {
                outcomes.Add(outcome);
                report?.Outcome(outcome);
            }
        }
        finally
        {
            // What was requeued stays so, also when the rest was cut off.
            var requeued = outcomes.Count(outcome => outcome.Result == ReplayResult.Requeued);
            Print(new EventsDocument { Outcomes = outcomes }, () => report!.Sum(requeued, outcomes.Count));
        }

        return await EndAsync(outcomes.Count, outcomes.Count(outcome => outcome.Result == ReplayResult.Requeued), filter);
    }

    public async Task<int> PreviewAsync(string eventId, bool reextracts, CancellationToken cancellationToken)
    {
        var preview = await (reextracts
            ? operations.PreviewReextractionAsync(eventId, cancellationToken)
            : operations.PreviewAsync(eventId, cancellationToken));
        Print(new EventsDocument { Previews = [preview] }, () => report!.Preview(preview));
        return preview.Result == ReplayResult.Requeued ? ExitCode.Done : ExitCode.Nothing;
    }

    public async Task<int> PreviewAsync(EventFilter filter, double perSecond, bool reextracts, CancellationToken cancellationToken)
    {
        RequireSource(filter);
        List<ReplayPreview> previews = [];
        var all = reextracts
            ? operations.PreviewReextractionAsync(filter, perSecond, cancellationToken)
            : operations.PreviewAsync(filter, perSecond, cancellationToken);
        await foreach (var preview in all)
        {
            previews.Add(preview);
            report?.Preview(preview);
        }

        Print(new EventsDocument { Previews = previews }, () => { });
        return await EndAsync(previews.Count, previews.Count(preview => preview.Result == ReplayResult.Requeued), filter);
    }

    private void RequireSource(EventFilter filter)
    {
        if (filter.Source is { } source && !sources.Contains(source))
        {
            throw new InvalidOperationException($"'{source}' is no source; there are: {string.Join(", ", sources)}.");
        }
    }

    private void Print(EventsDocument document, Action forPeople)
    {
        if (report is null)
        {
            output.WriteLine(document.ToJson());
        }
        else
        {
            forPeople();
        }
    }

    private async Task<int> NotFoundAsync(string eventId)
    {
        await error.WriteLineAsync($"There is no event {eventId} (any more).");
        return ExitCode.Nothing;
    }

    private async Task<int> EndAsync(int matched, int done, EventFilter filter)
    {
        if (matched == 0)
        {
            await error.WriteLineAsync("No event matches.");
        }
        else if (matched == filter.Limit)
        {
            await error.WriteLineAsync($"Only the newest {Counted.Of(matched, "event was", "events were")} taken; there may be more (--limit).");
        }

        return done > 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
