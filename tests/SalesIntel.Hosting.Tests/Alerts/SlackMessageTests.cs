using System.Text;
using System.Text.Json;
using SalesIntel.Alerts;
using SalesIntel.Hosting.Alerts.Book;
using SalesIntel.Hosting.Alerts;
using VerifyXunit;

namespace SalesIntel.Hosting.Tests.Alerts;

public sealed class SlackMessageTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly Alert Alert = new()
    {
        Fingerprint = "event-failed:zoho/INVALID_DATA",
        Title = "Zoho refuses a lead",
        Detail = "INVALID_DATA: the field Demo_Datetime <does not> exist & <!channel>",
        Action = "Correct ZCF_DEMO_DATETIME, then replay the event.",
        EventId = "0123456789abcdef0123456789abcdef",
    };

    [Fact]
    public Task First_notice() => Verifier.Verify(Render(NoticeKind.First, AlertGroup.First(Alert, Since)), "json");

    [Fact]
    public Task Digest_notice() => Verifier.Verify(
        Render(NoticeKind.Digest, AlertGroup.First(Alert, Since).With(Alert).With(Alert with { EventId = "f00d" })), "json");

    [Fact]
    public Task All_clear_notice() => Verifier.Verify(
        Render(NoticeKind.AllClear, AlertGroup.First(new Alert { Fingerprint = "zoho", Title = "Zoho is back" }, Since) with { EventIds = [] }), "json");

    [Fact]
    public void Texts_are_cut_to_what_slack_takes()
    {
        var text = Render(NoticeKind.First, AlertGroup.First(Alert with { Title = new string('t', 500), Detail = new string('<', 5_000) }, Since));
        var blocks = JsonDocument.Parse(text).RootElement.GetProperty("blocks");
        Assert.Equal(150, blocks[0].GetProperty("text").GetProperty("text").GetString()!.Length);
        Assert.All(blocks.EnumerateArray(), block => Assert.InRange(block.GetProperty("text").GetProperty("text").GetString()!.Length, 1, 3_000));
    }

    private static string Render(NoticeKind kind, AlertGroup group) =>
        Encoding.UTF8.GetString(SlackMessage.Render(new Notice(kind, group, Since), Since.AddMinutes(95)));
}
