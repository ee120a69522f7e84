using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks;

/// <summary>What intake knows of a message is what the worker reads.</summary>
public sealed class ReadIdentityTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, byte[]> Messages
    {
        get
        {
            var all = new TheoryData<string, byte[]>();
            foreach (var folder in (string[])["calendly", "readai", "field"])
            {
                foreach (var file in Directory.GetFiles(Fixtures.Path(folder)).Order(StringComparer.Ordinal))
                {
                    all.Add($"{folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
                }
            }

            foreach (var row in UnusableBodies.All)
            {
                all.Add((string)row[0], (byte[])row[1]);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Identity_is_the_same_as_in_the_whole(string name, byte[] body)
    {
        Assert.NotEmpty(name);
        foreach (var source in (IWebhookSource[])
            [
                new CalendlySource(new CalendlyOptions()),
                new CalendlySource(new CalendlyOptions { EventTypeUri = "https://api.calendly.com/event_types/other" }),
                new ReadAiSource(new ReadAiOptions()),
            ])
        {
            var whole = source.Read(body, At);
            var identity = source.ReadIdentity(new WebhookRequest(body, _ => null), At);
            Assert.Equal(Shown(whole), Shown(identity));
        }
    }

    private static (WebhookKind, string, string, string, string, string, string?) Shown(WebhookReading reading) => (
        reading.Kind, reading.EventType, reading.ExternalId, reading.IdempotencyKey, reading.Revision, reading.Reason,
        reading.Route switch { LeadRoute.Known known => known.Email, LeadRoute.Candidates => "candidates", _ => null });
}
