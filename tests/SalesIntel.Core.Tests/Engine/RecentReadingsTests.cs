using System.Text;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Core.Tests.Engine;

public sealed class RecentReadingsTests
{
    private static readonly CalendlySource Source = new(new CalendlyOptions());

    private readonly RecentReadings _readings = new();
    private readonly WebhookEvent _stored = Told.Event(Encoding.UTF8.GetString(SalesIntel.Fixtures.Bytes("calendly/invitee_created_full")));
    private int _times;

    [Fact]
    public void Body_is_read_once_for_the_stages_of_an_event()
    {
        var first = Read(_stored);

        Assert.Same(first, Read(_stored with { Stage = Stage.Extract }));
        Assert.Same(first, Read(_stored with { Stage = Stage.Deliver }));
        Assert.Equal(1, _times);
    }

    [Fact]
    public void What_the_last_stage_has_used_is_forgotten()
    {
        Read(_stored);
        Read(_stored with { Stage = Stage.Deliver });
        Read(_stored);

        Assert.Equal(2, _times);
    }

    [Fact]
    public void Body_that_took_the_place_of_another_one_is_read_itself()
    {
        Read(_stored);
        Read(_stored with { Payload = SalesIntel.Fixtures.Bytes("calendly/invitee_created_full").Append((byte)' ').ToArray() });

        Assert.Equal(2, _times);
    }

    [Fact]
    public void No_more_than_the_last_few_hundred_are_held()
    {
        Read(_stored);
        for (var other = 0; other < 300; other++)
        {
            Read(_stored with { EventId = $"other-{other}" });
        }

        Read(_stored);
        Assert.Equal(302, _times);
    }

    private WebhookReading Read(WebhookEvent stored) => _readings.Of(stored, one =>
    {
        _times++;
        return Source.Read(one.Payload, one.CreatedAt);
    });
}
