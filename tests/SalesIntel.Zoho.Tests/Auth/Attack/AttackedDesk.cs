using System.Globalization;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Auth.Attack;

/// <summary>Zoho's accounts host, slow, failing and throttling as it is planned, which knows what it was asked and when.</summary>
internal sealed class AttackedDesk(AttackPlan plan, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> asked = [];
    private readonly Dictionary<string, DateTimeOffset> ends = [];
    private int inFlight;

    /// <summary>Requests that were in flight at the same time, at most.</summary>
    public int MostInFlight { get; private set; }

    /// <summary>Requests within ten minutes, at most.</summary>
    public int MostInWindow { get; private set; }

    public int Asked => asked.Count;

    public int Tokens => ends.Count;

    public bool IsGood(string token)
    {
        lock (gate)
        {
            return ends[token] > time.GetUtcNow();
        }
    }

    /// <summary>One request; it ends when the connection is closed, by its sender or because that was killed.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(CancellationToken closed)
    {
        (AttackedAnswer Answer, TimeSpan After) next;
        lock (gate)
        {
            var now = time.GetUtcNow();
            asked.Add(now);
            MostInFlight = Math.Max(MostInFlight, ++inFlight);
            MostInWindow = Math.Max(MostInWindow, asked.Count(at => at > now - Window));
            next = plan.Answer();
        }

        try
        {
            await WaitAsync(next.After, closed).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                inFlight--;
            }
        }

        return next.Answer switch
        {
            AttackedAnswer.Token => StubZoho.Answer(200, Answers.Token(NewToken(), expiresIn: (int)Life.TotalSeconds)),
            AttackedAnswer.ServerError => StubZoho.Answer(500, "<html>Internal error</html>"),
            AttackedAnswer.Nothing => StubZoho.Answer(200, ""),
            AttackedAnswer.Throttled => StubZoho.Answer(400, """{"error":"Access Denied"}"""),
            _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "lost"),
        };
    }

    // A delay that is cancelled goes on on a thread of the pool; this one where it was cancelled.
    private async Task WaitAsync(TimeSpan span, CancellationToken closed)
    {
        var over = new TaskCompletionSource();
        await using var end = time.CreateTimer(_ => over.TrySetResult(), null, span, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        await using var close = closed.UnsafeRegister(_ => over.TrySetCanceled(closed), null).ConfigureAwait(false);
        await over.Task.ConfigureAwait(false);
    }

    private string NewToken()
    {
        lock (gate)
        {
            var token = string.Create(CultureInfo.InvariantCulture, $"token-{ends.Count}");
            ends[token] = time.GetUtcNow() + Life;
            return token;
        }
    }
}
