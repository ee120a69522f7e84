using System.Text.Json;
using BenchmarkDotNet.Attributes;
using SalesIntel.Leads;
using SalesIntel.Text;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>The body of an 83 minute meeting (160 kB), against a plain parse of the same bytes.</summary>
[Config(typeof(ShortRunConfig))]
public class MeetingParsing
{
    private readonly ReadAiSource source = new(new ReadAiOptions());
    private readonly byte[] body = Fixtures.Body("readai", "meeting_end_long");
    private readonly Meeting meeting = Fixtures.LongMeeting();

    [Benchmark(Baseline = true)]
    public JsonValueKind PlainParse()
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.ValueKind;
    }

    /// <summary>What endpoint and worker do: the meeting, and the revision that identifies it.</summary>
    [Benchmark]
    public WebhookReading Read() => source.Read(body, DateTimeOffset.UnixEpoch);

    /// <summary>A part of it: the fingerprint of what the report says.</summary>
    [Benchmark]
    public string Revision() => MeetingRevision.Of(meeting);

    /// <summary>A part of it: the hash of the body.</summary>
    [Benchmark]
    public string BodyHash() => Digest.Of(body, 16);
}
