using System.Net;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Transport;

/// <summary>Answers that are packed otherwise than their headers say: .NET finds out when it unpacks them, each packing with an exception of its
/// own.</summary>
public sealed class DamagedAnswerTests
{
    public static TheoryData<string> Failures => [nameof(InvalidDataException), nameof(InvalidOperationException)];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Row_3_16_answer_that_can_not_be_unpacked_is_an_outage_after_which_nobody_knows_what_was_done(string failure)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Always("GET /crm/v8/Leads/5001", (_, _) => Answer(failure)).Always("POST /crm/v8/Notes", (_, _) => Answer(failure));

        var read = await ZohoHarness.FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default));
        var note = await ZohoHarness.FailsAsync(() => zoho.Crm.CreateNoteAsync("5001", new("T", "Text\nM1", "M1"), default));

        Assert.All([read, note], one => Assert.Equal(("unexpected_answer", true, true, 200), (one.Code, one.IsTransient, one.IsOutage, one.Status)));
        Assert.Equal((false, true), (read.OutcomeUnknown, note.OutcomeUnknown));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Row_2_4_token_answer_that_can_not_be_unpacked_is_none_and_passes(string failure)
    {
        using var zoho = new ZohoHarness(token: false);
        zoho.Stub.Always(ZohoHarness.TokenRoute, (_, _) => Answer(failure));

        var refused = await ZohoHarness.FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default));

        Assert.Equal(("no_token", true, true), (refused.Code, refused.IsTransient, refused.IsOutage));
    }

    private static Task<HttpResponseMessage> Answer(string failure) => Task.FromResult(new HttpResponseMessage
    {
        Content = new Damaged(failure == nameof(InvalidDataException) ? new InvalidDataException("gzip") : new InvalidOperationException("br")),
    });

    private sealed class Damaged(Exception failure) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.FromException(failure);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
