using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Engine;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>An answer that was paid for is not paid for again.</summary>
public class KeptAnswersTests
{
    private readonly MemoryStore state = new(TimeProvider.System);

    [Fact]
    public async Task Extraction_AfterTheProcessDied_TakesTheAnswerThatWasKept()
    {
        var first = await Extractor(new ScriptedChatClient(Says(Answer("Uppsala")))).ExtractIntelAsync(Fixtures.Booking(), default);
        var silent = new ScriptedChatClient();
        var second = await Extractor(silent).ExtractIntelAsync(Fixtures.Booking(), default);
        Assert.Equal("Uppsala", second.Value.StatedPainPoints);
        Assert.Equal((1, 0), (first.Calls, second.Calls));
        Assert.Equal(first.Model, second.Model);
    }

    [Fact]
    public async Task Extraction_OfAnotherBooking_AsksTheModel()
    {
        await Extractor(new ScriptedChatClient(Says(Answer("Uppsala")))).ExtractIntelAsync(Fixtures.Booking(), default);
        var other = await Extractor(new ScriptedChatClient(Says(Answer("Malm"))))
            .ExtractIntelAsync(Fixtures.BookingWith("other@tallpine.example"), default);
        Assert.Equal("Malm", other.Value.StatedPainPoints);
    }

    [Fact]
    public async Task Extraction_AfterUnusableAnswers_AsksAnew()
    {
        var broken = new ScriptedChatClient(Says("Sorry."), Says("Sorry."));
        await Assert.ThrowsAsync<ExtractionException>(() => Extractor(broken).ExtractIntelAsync(Fixtures.Booking(), default));
        var again = await Extractor(new ScriptedChatClient(Says(Answer("Uppsala")))).ExtractIntelAsync(Fixtures.Booking(), default);
        Assert.Equal("Uppsala", again.Value.StatedPainPoints);
    }

    private ModelExtractor Extractor(IChatClient chat) =>
        new(chat, new ExtractionOptions(), null, NullLogger<ModelExtractor>.Instance, state);

    private static string Answer(string city) => new JsonObject(
        IntelPrompt.Schema.Fields.Select(field => KeyValuePair.Create(field, (JsonNode?)(field == "stated_pain_points" ? city : null)))).ToJsonString();
}
