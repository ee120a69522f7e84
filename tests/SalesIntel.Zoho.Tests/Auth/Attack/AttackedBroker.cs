using Microsoft.Extensions.Time.Testing;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Auth.Attack;

/// <summary>One process that hands out tokens to its callers, until it is killed.</summary>
internal sealed class AttackedBroker : IDisposable
{
    private readonly CancellationTokenSource killed = new();
    private readonly AttackedStore store;
    private readonly OwnClock clock;
    private readonly ZohoHarness process;
    private readonly List<Task> requests = [];
    private (int Lines, int Told) counted;

    public AttackedBroker(ISharedState shared, AttackedDesk desk, AttackPlan plan, FakeTimeProvider time)
    {
        store = new AttackedStore(shared, plan, time);
        clock = new OwnClock(time);
        process = new ZohoHarness(token: false, time: time, shared: store, clock: clock);
        process.Stub.Always(ZohoHarness.TokenRoute, async (_, cancellationToken) =>
        {
            using var closed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, killed.Token);
            var answer = desk.AnswerAsync(closed.Token);
            requests.Add(answer);
            return await answer.ConfigureAwait(false);
        });
        Tokens = process.Get<ZohoTokens>();
    }

    public ZohoTokens Tokens { get; }

    /// <summary>Callers that wait for a token.</summary>
    public List<(Task<AccessToken> Call, CancellationTokenSource Stop)> Waiting { get; } = [];

    /// <summary>How often people were told that the budget is used up.</summary>
    public int Told
    {
        get
        {
            if (process.Logs.Lines.Count != counted.Lines)
            {
                counted = (process.Logs.Lines.Count, process.Logs.Lines.Count(line =>
                    line.StartsWith("Error 5002", StringComparison.Ordinal) && line.Contains("refresh_limit", StringComparison.Ordinal)));
            }

            return counted.Told;
        }
    }

    public void SetClock(TimeSpan ahead) => clock.Ahead = ahead;

    /// <summary>Ends it wherever it is: its connections are closed, and it writes nothing more.</summary>
    public void Kill()
    {
        store.IsKilled = true;
        killed.Cancel();
        ((Task)Task.WhenAll(requests)).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        Waiting.Clear();
    }

    public void Dispose()
    {
        process.Dispose();
        killed.Dispose();
    }
}
