using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>The way of every request: count, read, wait, strike a fault or carry out, log, answer.</summary>
internal sealed class RequestPipeline(SimulatorOptions options, SimulatorState state, FaultPlan faults, CancellationToken stopping)
{
    public async Task RunAsync(
        HttpContext http,
        FaultTarget target,
        string operation,
        bool isWrite,
        Func<SimRequest, SimResponse> handle,
        Action<SimRequest>? abandoned = null)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var cancellationToken = both.Token;
        var ticket = isWrite ? Begin() : null;
        var withinLimit = state.Arrive(target, operation);
        var inFlight = true;
        var isHeavy = false;
        SimRequest? request = null;
        SimResponse? response = null;
        try
        {
            request = await SimRequest.ReadAsync(http, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            isHeavy = target == FaultTarget.Zoho && IsHeavy(operation, isWrite, request);
            withinLimit &= !isHeavy || state.ArriveHeavy();
            var fault = await WaitAsync(target, operation, cancellationToken).ConfigureAwait(false);
            request.Now = options.TimeProvider.GetUtcNow();
            request.Fault = fault;
            lock (state.Gate)
            {
                response = withinLimit ? Answer(request, target, fault, handle) : state.RefuseOneTooMany();
                Finish(ticket, request, operation, response.Outcome, !response.Cut);
                Leave();
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            lock (state.Gate)
            {
                Finish(ticket, request, operation, Outcomes.ClientAborted, responseSent: false);
                if (request is not null)
                {
                    abandoned?.Invoke(request);
                }
            }
        }
        finally
        {
            Leave();
        }

        state.Signal();
        if (options.BeforeAnswer is { } beforeAnswer && IsCarriedOut(target, request, response))
        {
            await beforeAnswer(target, operation).ConfigureAwait(false);
        }

        await SendAsync(http, ticket, response).ConfigureAwait(false);

        // Before the answer is sent: a caller that counts its own calls would else be over the limit with the next one.
        void Leave()
        {
            if (inFlight)
            {
                inFlight = false;
                state.Leave(target, isHeavy);
            }
        }
    }

    // Calls of which Zoho allows fewer at a time, https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.
    private static bool IsHeavy(string operation, bool isWrite, SimRequest request) =>
        operation is "coql" or "convert" || (isWrite && (request.Json as JsonObject)?["data"] is JsonArray { Count: > 10 });

    private static bool IsCarriedOut(FaultTarget target, SimRequest? request, SimResponse? response) =>
        target == FaultTarget.Gemini ? response?.Status == StatusCodes.Status200OK : request?.Writes.Any(write => write.Committed) == true;

    private WriteTicket Begin()
    {
        lock (state.Gate)
        {
            return state.Log.Begin(options.TimeProvider.GetUtcNow());
        }
    }

    private async Task<SimulatorFault?> WaitAsync(FaultTarget target, string operation, CancellationToken cancellationToken)
    {
        var (delay, fault) = faults.Strike(target, operation);
        // A request that is only on its way is a change too: a test may wait for it and then kill its sender.
        state.Signal();
        delay += target switch
        {
            FaultTarget.Zoho => options.ZohoLatency,
            FaultTarget.Gemini => options.GeminiLatency + (options.GeminiJitter * Random.Shared.NextDouble()),
            FaultTarget.Slack => options.SlackLatency,
            _ => options.OAuthLatency,
        };
        if (fault?.Action == FaultAction.Hang)
        {
            delay = Timeout.InfiniteTimeSpan;
        }

        if (delay != TimeSpan.Zero)
        {
            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        if (target == FaultTarget.Gemini)
        {
            // Nobody is there to pay for the answer any more; without latency the wait above did not notice.
            cancellationToken.ThrowIfCancellationRequested();
        }

        return fault;
    }

    private static SimResponse Answer(SimRequest request, FaultTarget target, SimulatorFault? fault, Func<SimRequest, SimResponse> handle)
    {
        if (fault is null)
        {
            return handle(request);
        }

        // Only the language model acts its faults out itself: they are written into its answer and its call log.
        if (target == FaultTarget.Gemini)
        {
            return handle(request);
        }

        return fault.Action switch
        {
            FaultAction.DropAfterCommit => handle(request) with { Cut = true },
            FaultAction.HangAfterCommit => handle(request) with { Hangs = true },
            FaultAction.ShortData => handle(request).WithoutLastResult(),
            _ => FaultResponses.For(target, fault),
        };
    }

    private void Finish(WriteTicket? ticket, SimRequest? request, string operation, string outcome, bool responseSent)
    {
        if (ticket is null)
        {
            return;
        }

        var records = request?.Writes is { Count: > 0 } writes ? writes : NotCarriedOut(request, operation, outcome);
        state.Log.Finish(ticket, records, options.TimeProvider.GetUtcNow(), responseSent);
    }

    // The request never reached the database: say from its own text which leads it was about.
    private List<PendingWrite> NotCarriedOut(SimRequest? request, string operation, string outcome)
    {
        var inPath = request?.Http.Request.Path.Value?.Split('/').FirstOrDefault(segment => segment.Length >= 15 && segment.All(char.IsAsciiDigit));
        var records = (request?.Json as JsonObject)?["data"] as JsonArray;
        if (records is not { Count: > 0 })
        {
            return [new PendingWrite(operation, inPath, state.Crm.EmailOf(inPath), [], outcome, Committed: false)];
        }

        return [.. records.OfType<JsonObject>().Select(record =>
        {
            var id = inPath ?? record["id"]?.ToString() ?? Wire.IdOf(record["Parent_Id"]) ?? Wire.IdOf(record["What_Id"]);
            var email = record["Email"]?.ToString() ?? state.Crm.EmailOf(id);
            return new PendingWrite(operation, id, email, [.. record.Select(field => field.Key)], outcome, Committed: false);
        })];
    }

    private async Task SendAsync(HttpContext http, WriteTicket? ticket, SimResponse? response)
    {
        if (response is { Hangs: true })
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
            await Task.Delay(Timeout.InfiniteTimeSpan, both.Token).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }

        if (response is null or { Cut: true } or { Hangs: true })
        {
            http.Abort();
            return;
        }

        try
        {
            await response.WriteAsync(http, http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            if (ticket is not null)
            {
                lock (state.Gate)
                {
                    state.Log.MarkUnanswered(ticket);
                }
            }
        }
    }
}
