using System.Text.Json;
using BenchmarkDotNet.Attributes;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>A booking's body, read whole, against a plain parse of the same bytes.</summary>
[Config(typeof(ShortRunConfig))]
public class CalendlyParsing
{
    private readonly CalendlySource source = new(new CalendlyOptions());
    private readonly byte[] body = Fixtures.Body("calendly", "invitee_created_full");

    [Benchmark(Baseline = true)]
    public JsonValueKind PlainParse()
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.ValueKind;
    }

    [Benchmark]
    public WebhookReading Read() => source.Read(body, DateTimeOffset.UnixEpoch);
}
