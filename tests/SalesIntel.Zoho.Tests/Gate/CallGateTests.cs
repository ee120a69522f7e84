using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Gate;

public class CallGateTests
{
    private const string Note = "PUT /crm/v8/Notes/7001";
    private const string Read = "GET /crm/v8/Leads/7001";
    private const string Batch = "PUT /crm/v8/Leads";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Too_many_calls_in_flight_are_waited_for_and_no_failure()
    {
        using var zoho = new ZohoHarness(o => o.MaxConcurrency = 4, time: _time);
        zoho.Stub.On(Note, 429, Answers.Error("TOO_MANY_REQUESTS")).On(Note, 429, Answers.Error("TOO_MANY_REQUESTS"))
            .On(Note, 200, Answers.Added);

        var begun = _time.GetUtcNow();
        var call = TouchAsync(zoho);
        await _time.UntilAsync(call, TimeSpan.FromMilliseconds(100));
        await call;

        Assert.Equal(3, zoho.Stub.Count(Note));
        Assert.True(_time.GetUtcNow() - begun >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task After_a_refusal_half_as_many_calls_are_made_for_half_a_minute()
    {
        using var zoho = new ZohoHarness(o => o.MaxConcurrency = 4, time: _time);
        zoho.Stub.On(Note, 429, Answers.Error("TOO_MANY_REQUESTS")).On(Note, 200, Answers.Added);
        var first = TouchAsync(zoho);
        await _time.UntilAsync(first, TimeSpan.FromMilliseconds(100));
        await first;

        using var stop = new CancellationTokenSource();
        var hanging = Hang(zoho, 5, stop.Token);
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Count(Read) >= 2));
        await _time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, zoho.Stub.Count(Read));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(hanging));

        await _time.PassAsync(CallGate.SlowTime);
        using var again = new CancellationTokenSource();
        hanging = Hang(zoho, 5, again.Token);
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Count(Read) >= 6));
        Assert.Equal(6, zoho.Stub.Count(Read));
        await again.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(hanging));
    }

    [Theory]
    [InlineData(25, 10)]
    [InlineData(8, 8)]
    public async Task No_more_than_ten_calls_with_many_records_are_in_flight(int concurrency, int most)
    {
        using var zoho = new ZohoHarness(o => o.MaxConcurrency = concurrency, time: _time);
        zoho.Stub.Always(Batch, Endless).Always(Note, (_, _) => Task.FromResult(StubZoho.Answer(200, Answers.Added)));
        using var stop = new CancellationTokenSource();
        var records = Enumerable.Range(0, 11).Select(id => new Client.Person { Id = $"{id}", LastName = "Quill" }).ToList();
        var calls = Enumerable.Range(0, 15).Select(_ => zoho.Get<ZohoCrmClient>().UpdateBatchAsync(
            "Leads", records, Client.PersonJson.Default.Person, cancellationToken: stop.Token)).ToList();
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Count(Batch) >= most));
        await _time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(most, zoho.Stub.Count(Batch));
        if (concurrency > most)
        {
            await TouchAsync(zoho);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
    }

    [Fact]
    public async Task Few_credits_are_kept_for_what_somebody_waits_for_whichever_process_was_told_so()
    {
        var shared = new MemoryStore(_time);
        using var first = new ZohoHarness(o => o.CreditsReserve = 100, token: false, time: _time, shared: shared);
        using var second = new ZohoHarness(o => o.CreditsReserve = 100, time: _time, shared: shared);
        first.Stub.On(Note, 200, Answers.Added, ("X-API-CREDITS-REMAINING", "99")).On(Note, 200, Answers.Added);
        second.Stub.Always(Upsert, (_, _) => Task.FromResult(StubZoho.Answer(200, Answers.Inserted, ("X-API-CREDITS-REMAINING", "98"))));

        await WriteAsync(second, ZohoPriority.Background);
        await TouchAsync(first);
        await _time.PassAsync(TimeSpan.FromSeconds(11));
        var waits = await FailsAsync(() => WriteAsync(second, ZohoPriority.Background));
        await WriteAsync(second, ZohoPriority.Normal);

        Assert.Equal(("credits_reserve", true, true, false), (waits.Code, waits.IsTransient, waits.IsPostponed, waits.IsOutage));
        Assert.Equal(CreditMeter.ReservedWait, waits.RetryAfter);
        Assert.Equal(2, second.Stub.Count(Upsert));

        // What Zoho no longer says is forgotten.
        second.Stub.Always(Upsert, (_, _) => Task.FromResult(StubZoho.Answer(200, Answers.Inserted)));
        await WriteAsync(second, ZohoPriority.Normal);
        await _time.PassAsync(TimeSpan.FromMinutes(10));
        await WriteAsync(second, ZohoPriority.Background);
        Assert.Null(second.Get<ZohoCrmClient>().Credits);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    public async Task Work_on_the_past_asks_now_and_then_whether_there_are_credits_where_nothing_else_does(bool isShared, double hoursSetBack)
    {
        var clock = new OwnClock(_time) { Ahead = TimeSpan.FromHours(hoursSetBack) };
        using var zoho = new ZohoHarness(
            o => o.CreditsReserve = 100, time: _time, shared: isShared ? new MemoryStore(_time) : null, clock: clock);
        zoho.Stub.Always(Upsert, (_, _) => Task.FromResult(StubZoho.Answer(200, Answers.Inserted, ("X-API-CREDITS-REMAINING", "98"))));
        await WriteAsync(zoho, ZohoPriority.Background);
        await FailsAsync(() => WriteAsync(zoho, ZohoPriority.Background));
        clock.Ahead = TimeSpan.Zero;

        // One call tells all others.
        await _time.PassAsync(CreditMeter.ReservedWait);
        var begun = Enumerable.Range(0, 5).Select(_ => WriteAsync(zoho, ZohoPriority.Background)).ToList();
        await Task.WhenAll(begun.Select(one => one.ContinueWith(_ => { }, TaskScheduler.Default)));
        await Assert.Single(begun, one => one.IsCompletedSuccessfully);
        Assert.Equal(2, zoho.Stub.Count(Upsert));

        zoho.Stub.Always(Upsert, (_, _) => Task.FromResult(StubZoho.Answer(200, Answers.Inserted)));
        await _time.PassAsync(CreditMeter.ReservedWait);
        await WriteAsync(zoho, ZohoPriority.Background);
        await WriteAsync(zoho, ZohoPriority.Background);
        Assert.Equal(4, zoho.Stub.Count(Upsert));
    }

    [Fact]
    public async Task Everything_that_a_CRM_for_work_on_the_past_asks_waits_for_credits_and_nothing_else_does()
    {
        using var zoho = new ZohoHarness(o => o.CreditsReserve = 100, time: _time);
        zoho.Stub.On(Note, 200, Answers.Added, ("X-API-CREDITS-REMAINING", "99"));
        await TouchAsync(zoho);
        var past = zoho.Crm.InBackground();
        var note = new SalesIntel.Crm.CrmNote("T", "C\nM", "M");

        Func<Task>[] calls =
        [
            () => past.FindLeadsAsync([Email], [], default), () => past.GetLeadAsync("5001", [], default), () => past.FindNoteAsync("5001", "M", default),
            () => past.CreateNoteAsync("5001", note, default), () => past.UpdateNoteAsync("7001", note, default), () => past.FindTaskAsync("5001", "M", default),
            () => past.CreateTaskAsync("5001", new("S", new DateOnly(2026, 11, 27), "D\nM", "M"), default),
            () => past.WriteLeadAsync(new() { LeadId = "5001", Patch = new() { Email = Email, Fields = [new(LeadFields.City, "Perth", WritePolicy.Own)] } }, default),
        ];
        foreach (var call in calls)
        {
            Assert.Equal("credits_reserve", (await FailsAsync(call)).Code);
        }

        Assert.Single(zoho.Stub.Calls);
        zoho.Stub.On(Read, 204);
        Assert.Null(await zoho.Crm.GetLeadAsync("7001", [], default));
        Assert.Same(past, past.InBackground());
    }

    private static Task<ZohoRecordResult> WriteAsync(ZohoHarness zoho, ZohoPriority priority) => zoho.Get<ZohoCrmClient>().UpsertAsync(
        "Leads", new Client.Person { LastName = "Quill" }, Client.PersonJson.Default.Person, new ZohoWriteSettings { Priority = priority });

    private static List<Task> Hang(ZohoHarness zoho, int count, CancellationToken cancellationToken)
    {
        zoho.Stub.Always(Read, Endless);
        return [.. Enumerable.Range(0, count).Select(_ => zoho.Get<ZohoCrmClient>().GetAsync(
            "Leads", "7001", Client.PersonJson.Default.Person, ["Email"], cancellationToken))];
    }

    private static async Task<HttpResponseMessage> Endless(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("unreachable");
    }

    private static Task TouchAsync(ZohoHarness zoho) =>
        zoho.Crm.UpdateNoteAsync("7001", new("Title", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default);
}
