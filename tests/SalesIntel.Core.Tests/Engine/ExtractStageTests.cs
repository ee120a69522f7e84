using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Core.Tests.Operations;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

public sealed class ExtractStageTests
{
    private const string Ada = "ada@quill.example";

    [Fact]
    public async Task Booking_that_was_replaced_while_its_extraction_waited_ends_without_an_error()
    {
        var pipeline = new Pipeline();
        var healed = false;
        pipeline.Extractor.Fault = () => healed ? null : new ProviderException("test", "BUSY", "try later") { IsTransient = true };
        var body = Bodies.Created("A", Ada, 0, 48);
        var first = (await pipeline.PostAsync(body)).EventId;
        await pipeline.RunDueAsync();
        Assert.Equal((EventStatus.Queued, "test/BUSY"), (await pipeline.EventAsync(first) is var waiting ? waiting.Status : default, waiting.ErrorClass));
        healed = true;

        await pipeline.PostAndDrainAsync(
            body.Replace("\"updated_at\":\"2026-11-01T08:00:00", "\"updated_at\":\"2026-11-01T09:00:00", StringComparison.Ordinal));

        var stored = await pipeline.EventAsync(first);
        Assert.Equal((EventStatus.Processed, "", ""), (stored.Status, stored.LastError, stored.ErrorClass));
        Assert.Equal(1, pipeline.Extractor.Paid);
    }

    [Fact]
    public async Task What_the_reader_did_not_recognise_in_a_transcript_stands_in_the_ledger()
    {
        var pipeline = new Pipeline();
        var body = JsonNode.Parse(Bodies.Meeting("S1", Ada, 0))!;
        body["transcript"] = "we print for twelve publishers and nobody is named here";

        var stored = await pipeline.PostAndDrainAsync(body.ToJsonString());

        var detail = (await pipeline.EventAsync(stored)).Ledger[Effects.Extraction].Detail!;
        Assert.Contains("No speakers were recognised in the transcript; it is read as one text.", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("publishers", detail, StringComparison.Ordinal);
    }
}
