using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Transport;

/// <summary>Answers that ask for fewer calls or for a pause in another way than with a 429.</summary>
public sealed class ThrottleSpellingTests
{
    private const string Put = "PUT /crm/v8/Leads/5001";
    private const string Many = "PUT /crm/v8/Leads";

    [Theory]
    [InlineData(400, "TOO_MANY_REQUESTS")]
    [InlineData(403, "TOO_MANY_REQUESTS")]
    [InlineData(400, "RATE_LIMIT_EXCEEDED")]
    [InlineData(200, "RATE_LIMIT_EXCEEDED")]
    public async Task Row_3_14_too_many_calls_are_waited_for_whatever_the_status(int status, string code)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, Answers.Error(code)).On(Put, status, Answers.Error(code)).On(Put, 200, Answers.Updated);

        var write = zoho.WriteAsync("5001", """{"City":"Perth"}""");
        await zoho.Time.UntilAsync(write, TimeSpan.FromSeconds(1));

        Assert.Equal("5001", (await write).LeadId);
        Assert.Equal(3, zoho.Stub.Count(Put));
    }

    [Fact]
    public async Task Row_3_14_batch_that_is_refused_for_its_rate_is_not_divided()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Always(Many, (_, _) => Task.FromResult(StubZoho.Answer(400, Answers.Error("RATE_LIMIT_EXCEEDED", """{"retry_after":30}"""))));
        var client = zoho.Get<ZohoCrmClient>();

        var failure = await ZohoHarness.FailsAsync(() => client.UpdateBatchAsync(
            "Leads", [new Client.Person { Id = "1", LastName = "A" }, new Client.Person { Id = "2", LastName = "B" }], Client.PersonJson.Default.Person));

        Assert.Equal(("RATE_LIMIT_EXCEEDED", true, true, TimeSpan.FromSeconds(30)), (failure.Code, failure.IsTransient, failure.IsOutage, failure.RetryAfter));
        Assert.Equal(1, zoho.Stub.Count(Many));
    }

    [Theory]
    [InlineData(503, "", "60", 60)]
    [InlineData(503, "<html>maintenance</html>", "300", 300)]
    [InlineData(502, "", "Mon, 23 Nov 2026 09:10:00 GMT", 600)]
    [InlineData(503, "", "Mon, 23 Nov 2026 08:10:00 GMT", null)]
    [InlineData(503, "", "soon", null)]
    [InlineData(503, "", null, null)]
    public async Task Row_3_12_outage_that_says_when_it_is_over_is_believed(int status, string body, string? header, int? seconds)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, body, header is null ? [] : [("Retry-After", header)]);

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"Perth"}"""));

        Assert.True(failure.IsOutage);
        Assert.Equal(seconds is { } some ? TimeSpan.FromSeconds(some) : null, failure.RetryAfter);
    }

    [Theory]
    [InlineData(413)]
    [InlineData(414)]
    [InlineData(431)]
    public async Task Call_that_is_too_large_is_told_as_that(int status)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, "<html>too large</html>");

        var failure = (ZohoCrmException)await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"Perth"}"""));

        Assert.Equal(($"http_{status}", false, false), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Contains("larger than", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("status-codes", failure.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_that_is_not_valid_is_named()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/Leads/search", 400, Answers.Error("INVALID_DATA", """{"param_name":"fields"}"""));

        var failure = await ZohoHarness.FailsAsync(() => zoho.Crm.FindLeadsAsync([ZohoHarness.Email], [], default));

        Assert.Contains("parameter fields is not valid", failure.Message, StringComparison.Ordinal);
    }
}
