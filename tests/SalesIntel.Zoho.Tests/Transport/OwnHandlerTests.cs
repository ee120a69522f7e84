using System.Net.Sockets;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Transport;

/// <summary>Handlers that somebody has put before .NET's own throw what they like when no answer came: a library that gives up early has exceptions of
/// its own.</summary>
public sealed class OwnHandlerTests
{
    public static TheoryData<string> Failures => [nameof(SocketException), nameof(TimeoutException), nameof(GaveUpException)];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_they_throw_is_a_lost_connection(string failure)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Always("GET /crm/v8/Leads/5001", (_, _) => Fail(failure)).Always("POST /crm/v8/Notes", (_, _) => Fail(failure));

        var read = await ZohoHarness.FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default));
        var note = await ZohoHarness.FailsAsync(() => zoho.Crm.CreateNoteAsync("5001", new("T", "Text\nM1", "M1"), default));

        Assert.All([read, note], one => Assert.Equal(("connection", true, true), (one.Code, one.IsTransient, one.IsOutage)));
        Assert.Equal((false, true), (read.OutcomeUnknown, note.OutcomeUnknown));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task So_it_is_where_tokens_come_from(string failure)
    {
        using var zoho = new ZohoHarness(token: false);
        zoho.Stub.Always(ZohoHarness.TokenRoute, (_, _) => Fail(failure));

        Assert.Equal("connection", (await ZohoHarness.FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default))).Code);
    }

    [Fact]
    public async Task Mistake_of_a_program_stays_one()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Always("GET /crm/v8/Leads/5001", (_, _) => Task.FromException<HttpResponseMessage>(new NotSupportedException("no such scheme")));

        await Assert.ThrowsAsync<NotSupportedException>(() => zoho.Get<ZohoCrmClient>().GetAsync("Leads", "5001", SalesIntel.Zoho.Crm.CrmJson.Default.JsonObject));
    }

    private static Task<HttpResponseMessage> Fail(string failure) => Task.FromException<HttpResponseMessage>(failure switch
    {
        nameof(SocketException) => new SocketException((int)SocketError.ConnectionReset),
        nameof(TimeoutException) => new TimeoutException(),
        _ => new GaveUpException(),
    });

    private sealed class GaveUpException : Exception;
}
