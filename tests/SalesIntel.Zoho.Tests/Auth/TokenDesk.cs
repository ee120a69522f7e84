using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Auth;

/// <summary>Zoho's accounts host with its limit of 10 tokens in 10 minutes; takes a moment for each answer, and notes what it was
/// asked.</summary>
internal sealed class TokenDesk(FakeTimeProvider time, TimeSpan life)
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _asked = [];
    private readonly Dictionary<string, DateTimeOffset> _ends = [];
    private int _inFlight;

    public int MostInFlight { get; private set; }

    public int Denied { get; private set; }

    public bool IsAway { get; set; }

    public int Asked
    {
        get
        {
            lock (_gate)
            {
                return _asked.Count;
            }
        }
    }

    /// <summary>The largest number of tokens that were asked for within ten minutes.</summary>
    public int MostInTenMinutes
    {
        get
        {
            lock (_gate)
            {
                return _asked.Select(from => _asked.Count(at => at >= from && at < from + TimeSpan.FromMinutes(10))).DefaultIfEmpty().Max();
            }
        }
    }

    public bool IsGood(string token)
    {
        lock (_gate)
        {
            return _ends[token] > time.GetUtcNow();
        }
    }

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        }

        await Task.Yield();
        lock (_gate)
        {
            _inFlight--;
            if (IsAway)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "away");
            }

            _asked.Add(time.GetUtcNow());
            if (_asked.Count(at => at > time.GetUtcNow() - TimeSpan.FromMinutes(10)) > 10)
            {
                Denied++;
                return StubZoho.Answer(400, """{"error":"Access Denied"}""");
            }

            var token = string.Create(CultureInfo.InvariantCulture, $"token-{_asked.Count}");
            _ends[token] = time.GetUtcNow() + life;
            return StubZoho.Answer(200, Answers.Token(token, expiresIn: (int)life.TotalSeconds));
        }
    }
}
