using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>A client that is disposed while calls wait: each caller learns that its call was not made, and by whom.</summary>
public sealed class DisposalTests
{
    private const string Note = "POST /crm/v8/Notes";

    [Fact]
    public async Task Call_that_waits_for_a_token_was_not_made()
    {
        using var zoho = new ZohoHarness(token: false);
        zoho.Stub.Hang(TokenRoute);
        var waits = AddNoteAsync(zoho, "1");
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Count(TokenRoute) == 1));

        zoho.Dispose();

        Assert.Equal(nameof(ZohoCrmClient), (await Assert.ThrowsAsync<ObjectDisposedException>(() => waits)).ObjectName);
        Assert.Empty(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Call_that_waits_for_a_slot_was_not_made_and_the_one_in_flight_has_its_own_outcome()
    {
        using var zoho = new ZohoHarness(options => options.MaxConcurrency = 1);
        var held = new TaskCompletionSource<HttpResponseMessage>();
        zoho.Stub.On(Note, (_, _) => held.Task);
        var written = AddNoteAsync(zoho, "1");
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Count(Note) == 1));
        var read = zoho.Get<ZohoCrmClient>().GetNoteAsync("2");
        var behind = AddNoteAsync(zoho, "3");

        zoho.Dispose();
        held.SetResult(StubZoho.Answer(201, Answers.Added));

        Assert.Equal("7001", await written);
        Assert.Equal(nameof(ZohoCrmClient), (await Assert.ThrowsAsync<ObjectDisposedException>(() => read)).ObjectName);
        Assert.Equal(nameof(ZohoCrmClient), (await Assert.ThrowsAsync<ObjectDisposedException>(() => behind)).ObjectName);
        Assert.Single(zoho.Stub.Calls);
    }

    private static Task<string> AddNoteAsync(ZohoHarness zoho, string lead) =>
        zoho.Get<ZohoCrmClient>().AddNoteAsync(new("Leads", lead), new() { Content = "text" });
}
