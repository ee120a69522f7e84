using System.Net.Http;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Transport;

public class ZohoTransportTests
{
    private const string Fields = """{"Last_Name":"Quill"}""";
    private const string Search = "GET /crm/v8/Leads/search";

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ProxyTunnelError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task A_post_that_may_have_left_is_open(HttpRequestError error, bool open)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Fail(Upsert, new HttpRequestException(error, "dana.quill@northwind-labs.example"))
            .Fail("PUT /crm/v8/Leads/5001", new HttpRequestException(error, "lost"));

        var post = await FailsAsync(() => zoho.WriteAsync(null, Fields));
        var put = await FailsAsync(() => zoho.WriteAsync("5001", Fields));

        Assert.Equal((error == HttpRequestError.SecureConnectionError ? "certificate" : "connection", true, true, open),
            (post.Code, post.IsTransient, post.IsOutage, post.OutcomeUnknown));
        Assert.False(put.OutcomeUnknown);
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task A_read_is_repeated_once_after_a_broken_connection()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Fail(Search, new HttpRequestException(HttpRequestError.ResponseEnded, "lost")).On(Search, 204)
            .Fail(Search, new IOException("lost")).Fail(Search, new IOException("lost"));

        Assert.Empty(await zoho.Crm.FindLeadsAsync([Email], [], default));
        var failure = await FailsAsync(() => zoho.Crm.FindLeadsAsync([Email], [], default));

        Assert.Equal(("connection", false), (failure.Code, failure.OutcomeUnknown));
        Assert.Equal(4, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task Every_call_has_its_own_time_out()
    {
        using var zoho = new ZohoHarness(o => o.Timeout = TimeSpan.FromSeconds(7));
        zoho.Stub.Hang(Upsert).Hang(Search);
        var started = zoho.WriteAsync(null, Fields);
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Count(Upsert) == 1));
        zoho.Time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(started.IsCompleted);
        zoho.Time.Advance(TimeSpan.FromSeconds(0.1));

        var write = await FailsAsync(() => started);
        var search = zoho.Crm.FindLeadsAsync([Email], [], default);
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Count(Search) == 1));
        zoho.Time.Advance(TimeSpan.FromSeconds(7));
        var read = await FailsAsync(() => search);

        Assert.Equal(("timeout", true, true, true), (write.Code, write.IsTransient, write.IsOutage, write.OutcomeUnknown));
        Assert.Equal(("timeout", true, false), (read.Code, read.IsTransient, read.OutcomeUnknown));
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task A_canceled_call_is_canceled_and_no_failure()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Hang("PUT /crm/v8/Notes/7001");
        using var stop = new CancellationTokenSource();
        var call = zoho.Crm.UpdateNoteAsync("7001", new("T", "C", "M"), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Row_8_1_no_more_calls_than_allowed_are_in_flight()
    {
        using var zoho = new ZohoHarness(o => o.MaxConcurrency = 3);
        var (now, most) = (0, 0);
        var full = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        for (var i = 0; i < 20; i++)
        {
            zoho.Stub.On("GET /crm/v8/Leads/7001", async (_, _) =>
            {
                var inFlight = Interlocked.Increment(ref now);
                most = Math.Max(most, inFlight);
                if (inFlight == 3)
                {
                    full.TrySetResult();
                }

                await go.Task;
                Interlocked.Decrement(ref now);
                return StubZoho.Answer(204, "");
            });
        }

        var calls = Enumerable.Range(0, 20)
            .Select(_ => Task.Run(() => zoho.Get<ZohoCrmClient>().GetAsync("Leads", "7001", CrmJson.Default.JsonObject, ["Email"]))).ToList();
        await full.Task;
        go.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(3, most);
        Assert.Equal(20, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task A_failed_call_gives_its_place_back()
    {
        using var zoho = new ZohoHarness(o => o.MaxConcurrency = 1);
        zoho.Stub.Fail(Upsert, new HttpRequestException("lost")).On(Upsert, 200, Answers.Inserted);

        await FailsAsync(() => zoho.WriteAsync(null, Fields));

        Assert.True((await zoho.WriteAsync(null, Fields)).Created);
    }
}
