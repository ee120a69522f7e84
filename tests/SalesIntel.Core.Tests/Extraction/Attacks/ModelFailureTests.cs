using System.Net;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Chat clients of other providers throw what their libraries have: it is told apart by the HTTP status, and never called a bug.</summary>
public class ModelFailureTests
{
    public static TheoryData<string, int> Shapes()
    {
        var data = new TheoryData<string, int>();
        foreach (var shape in (string[])["http", "status", "code", "hidden", "text", "wrapped", "aggregate"])
        {
            foreach (var status in (int[])[400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 529])
            {
                data.Add(shape, status);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_status_decides_whatever_the_exceptions_type(string shape, int status)
    {
        Exception thrown = shape switch
        {
            "http" => new HttpRequestException("secret prompt", null, (HttpStatusCode)status),
            "status" => new ClientFailure(status, "secret prompt"),
            "code" => new CodeFailure((HttpStatusCode)status, "secret prompt"),
            "hidden" => new HidingFailure(status),
            "text" => new InvalidOperationException($"HTTP {status} (insufficient: secret prompt)"),
            "wrapped" => new InvalidOperationException("secret prompt", new ClientFailure(status, "secret prompt")),
            _ => new AggregateException(new ClientFailure(status, "secret prompt")),
        };

        var failure = await FailAsync(thrown);

        Assert.Equal(("model", $"http_{status}", status), (failure.Provider, failure.Code, failure.Status));
        var expected = status switch
        {
            401 or 402 or 403 or 404 or 429 or 502 or 503 or 529 => FailureKind.Paused,
            408 or 500 or 504 => FailureKind.Transient,
            _ => FailureKind.Permanent,
        };
        Assert.Equal(expected, Failure.Of(failure).Kind);
        Assert.DoesNotContain("secret", failure.Message);
        Assert.DoesNotContain("bug", failure.Message);
    }

    [Theory]
    [InlineData("Rate limit reached, please try again in 12.5s.", 12.5)]
    [InlineData("Please retry after 20 seconds.", 20.0)]
    [InlineData("retry in 800ms", 0.8)]
    [InlineData("Try again in 2 minutes", 120.0)]
    [InlineData("try again in 999999999s", 90_000.0)]
    [InlineData("try again later", null)]
    public async Task A_limit_waits_as_long_as_the_message_says(string message, double? seconds)
    {
        var failure = await FailAsync(new ClientFailure(429, message));
        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), failure.RetryAfter);
    }

    public static TheoryData<Exception, string, string> Others => new()
    {
        { new HttpRequestException("secret"), "unreachable", "Paused" },
        { new IOException("secret"), "unreachable", "Paused" },
        { new TimeoutException("secret"), "timeout", "Transient" },
        { new TaskCanceledException("secret"), "timeout", "Transient" },
        { new ArgumentException("secret"), "refused", "Permanent" },
        { new NotSupportedException("secret"), "refused", "Permanent" },
        { new InvalidOperationException("secret"), "failed", "Transient" },
        { new NullReferenceException("secret"), "failed", "Transient" },
        { new System.Text.Json.JsonException("secret 404 turns"), "failed", "Transient" },
        { new InvalidOperationException("the answer had 429 words"), "failed", "Transient" },
        { new ClientFailure(0, "secret"), "failed", "Transient" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Without_a_status_the_type_decides(Exception thrown, string code, string kind)
    {
        var failure = await FailAsync(thrown);
        Assert.Equal((code, kind), (failure.Code, Failure.Of(failure).Kind.ToString()));
        Assert.DoesNotContain("secret", failure.Message);
        Assert.DoesNotContain("a bug", Failure.Of(failure).Message);
    }

    [Fact]
    public async Task A_failure_that_a_client_classified_itself_stays_as_it_is()
    {
        var own = new ProviderException("other", "own", "Mine.") { RetryAfter = TimeSpan.FromSeconds(3) };
        Assert.Same(own, await FailAsync(own));
    }

    private static Task<ProviderException> FailAsync(Exception thrown) => Assert.ThrowsAnyAsync<ProviderException>(
        () => new ModelExtractor(new FailingChatClient(thrown)).ExtractAsync(new BookingDocument(Fixtures.Booking()), FieldCatalog.Default, default));

    private sealed class ClientFailure(int status, string message) : Exception(message)
    {
        public int Status => status;
    }

    private sealed class CodeFailure(HttpStatusCode status, string message) : Exception(message)
    {
        public HttpStatusCode StatusCode => status;
    }

    private sealed class HidingFailure(int status) : HttpRequestException("secret prompt")
    {
        public new int StatusCode => status;
    }
}
