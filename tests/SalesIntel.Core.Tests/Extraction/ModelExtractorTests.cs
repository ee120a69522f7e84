using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Failures;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

public class ModelExtractorTests
{
    [Fact]
    public async Task Meddic_QuotesOfTheTranscript_AreConfirmedWithSpeakerTurnAndTime()
    {
        var meeting = Fixtures.Meeting("meeting_end_full");
        var chat = new ScriptedChatClient(Says(Meddic(a =>
        {
            a["economic_buyer_quote"] = "for this size Helene owns the budget";
            a["economic_buyer_turn"] = 44;
            a["economic_buyer"] = "Helene Okonkwo-Reyes, VP of Operations";
            a["competition_quote"] = "We are about to buy Inkwell.";
            a["competition_turn"] = 51;
            a["competition"] = "Inkwell";
            a["champion"] = "Rosalind Achterberg";
            a["next_steps"] = new JsonArray("Dana sends the quote");
            a["confidence"] = "hot";
        })));

        var result = await Extractor(chat).ExtractMeddicAsync(meeting, default);

        var buyer = result.Value.EconomicBuyer;
        Assert.Equal(Grounding.Confirmed, buyer.Grounding);
        Assert.Equal("For this size, Helene owns the budget", buyer.Quote);
        Assert.Equal(("Rosalind Achterberg", 46), (buyer.Speaker, buyer.Turn));
        Assert.Equal(meeting.Transcript[45].At, buyer.At);
        Assert.Equal(Grounding.Unconfirmed, result.Value.Competition.Grounding);
        Assert.Equal(("", 51, null), (result.Value.Competition.Speaker, result.Value.Competition.Turn, result.Value.Competition.At));
        Assert.Equal(Grounding.Unconfirmed, result.Value.Champion.Grounding);
        Assert.Equal(MeddicElement.Empty, result.Value.Metrics);
        Assert.Equal("Hot", result.Value.Confidence);
        Assert.Equal(["Dana sends the quote"], result.Value.NextSteps);
        Assert.Equal(
            ["champion: has no quote, unconfirmed", "competition: its quote is not in the transcript, unconfirmed"], result.Issues);
        Assert.Equal(("model", "scripted-1", "meddic-1", 1), (result.Source, result.Model, result.PromptVersion, result.Calls));
        Assert.Equal((100, 10), (result.InputTokens, result.OutputTokens));
    }

    [Fact]
    public async Task Meddic_NestedAnswer_IsReadToo()
    {
        var chat = new ScriptedChatClient(Says(Meddic(a => a["champion"] =
            JsonNode.Parse("""{"quote":"I would run it myself","turn":63,"value":"Rosalind"}"""))));
        var result = await Extractor(chat).ExtractMeddicAsync(Fixtures.Meeting("meeting_end_full"), default);
        Assert.Equal(("Rosalind", 63, Grounding.Confirmed), (result.Value.Champion.Value, result.Value.Champion.Turn, result.Value.Champion.Grounding));
    }

    [Fact]
    public async Task Intel_MissingCoreField_OneRepairAsksForItAlone()
    {
        var chat = new ScriptedChatClient(
            Says(Intel(a =>
            {
                a.Remove("bant_need_signal");
                a["industry"] = "Food";
                a["company_name"] = "Harrow & Pine Organics";
            })),
            Says("""{"bant_need_signal":"reprint in June","industry":"Toys","company_name":"Other"}"""));

        var result = await Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default);

        Assert.Equal("reprint in June", result.Value.BantNeedSignal);
        Assert.Equal("Food", result.Value.Industry);
        Assert.Equal("Harrow & Pine Organics", result.Value.CompanyName);
        Assert.Equal((2, 200L, 20L), (result.Calls, result.InputTokens, result.OutputTokens));
        Assert.Contains("answer: mended by a repair call", result.Issues);
        Assert.Contains("- bant_need_signal: is missing", chat.Prompt(1));
        var schema = ((ChatResponseFormatJson)chat.Asked[1].Options.ResponseFormat!).Schema!.Value;
        Assert.Equal(["bant_need_signal"], schema.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public async Task Intel_WrongTypeOfACoreField_RepairSendsTheAnswerAndNotTheSource()
    {
        var chat = new ScriptedChatClient(
            Says(Intel(a => a["qualification_gaps"] = new JsonObject { ["gap"] = "Timing" })), Says("""{"qualification_gaps":"Timing"}"""));

        var result = await Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default);

        Assert.Equal("Timing", result.Value.QualificationGaps);
        Assert.Contains("- qualification_gaps: is an object where text is asked for", chat.Prompt(1));
        Assert.Contains("\"gap\":\"Timing\"", chat.Prompt(1));
        Assert.DoesNotContain("Label sign-off takes almost four weeks", chat.Prompt(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("I am sorry, I can't do that.")]
    public async Task Intel_NoAnswer_RepairReadsTheSourceAgain(string text)
    {
        var chat = new ScriptedChatClient(Says(text), Says(Intel(a => a["city"] = "Dropbox")));
        var result = await Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default);
        Assert.Equal("Dropbox", result.Value.City);
        Assert.Contains("Label sign-off takes almost four weeks", chat.Prompt(1));
    }

    [Fact]
    public async Task Intel_StillUnusable_ThrowsWithTheFieldsNames()
    {
        var chat = new ScriptedChatClient(Says(Intel(a => a.Remove("company_name"))), Says("{}"));
        var e = await Assert.ThrowsAsync<ExtractionException>(() => Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default));
        Assert.Equal(["company_name"], e.Fields);
        Assert.Contains("company_name", e.Message);
        Assert.Equal(2, chat.Asked.Count);
    }

    [Fact]
    public async Task CutOff_IsTriedOnceWithTwiceTheRoom()
    {
        var chat = new ScriptedChatClient(Says("{\"first", ChatFinishReason.Length), Says(Intel()));
        var result = await Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default);
        Assert.Equal(2, result.Calls);
        Assert.Equal([8_192, 16_384], chat.Asked.Select(a => a.Options.MaxOutputTokens!.Value));
        Assert.Equal(chat.Prompt(0), chat.Prompt(1));
    }

    [Fact]
    public async Task CutOff_Twice_Throws()
    {
        var chat = new ScriptedChatClient(Says("", ChatFinishReason.Length), Says("", ChatFinishReason.Length));
        var e = await Assert.ThrowsAsync<ExtractionException>(() => Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default));
        Assert.Contains("cut off at 16384 tokens", e.Message);
    }

    [Theory]
    [InlineData("blockReason", "PROHIBITED_CONTENT", "PROHIBITED_CONTENT")]
    [InlineData("finishReason", "SPII", "SPII")]
    [InlineData("finishReason", "because rosalind@harrowpine.example said", "content filter")]
    public async Task Blocked_Throws_WithAReasonThatIsNoContent(string key, string reason, string shown)
    {
        var blocked = Says("", ChatFinishReason.ContentFilter);
        blocked.AdditionalProperties = new AdditionalPropertiesDictionary { [key] = reason };
        var chat = new ScriptedChatClient(blocked);
        var e = await Assert.ThrowsAsync<ExtractionException>(() => Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default));
        Assert.EndsWith($"refused the intel extraction: {shown}.", e.Message);
    }

    [Fact]
    public async Task Unreachable_IsATransientProviderFailure_AndCancellationIsNone()
    {
        var chat = new FailingChatClient(new HttpRequestException("down"));
        var e = await Assert.ThrowsAsync<ProviderException>(() => Extractor(chat).ExtractIntelAsync(Fixtures.Booking(), default));
        Assert.True(e.IsTransient);

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var cancelled = new FailingChatClient(new OperationCanceledException(stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Extractor(cancelled).ExtractIntelAsync(Fixtures.Booking(), stop.Token));
    }

    [Theory]
    [InlineData("sunniva@gmail.com", "Gmail", "", "gmail.com", "")]
    [InlineData("sunniva@gmail.com", "Google", "", null, "")]
    [InlineData("sunniva@gmail.com", "Guessed Ltd", "", null, "")]
    [InlineData("sunniva@gmail.com", "Velvet Press", "Velvet Press", null, "")]
    [InlineData("a@harrowpine.example", "Harrowpine", "Harrowpine (inferred from the mail domain)", "harrowpine.example", "harrowpine.example (inferred from the mail domain)")]
    [InlineData("a@harrowpine.example", "Velvet Press", "Velvet Press", "javascript:alert(1)", "")]
    public async Task Intel_Company_IsStatedOrMarkedAndNeverTheMailProvider(
        string email, string company, string expected, string? website, string expectedWebsite)
    {
        var chat = new ScriptedChatClient(Says(Intel(a => (a["company_name"], a["company_website"]) = (company, website))));
        var booking = Fixtures.BookingWith(email, ("Who are you?", "I work at Velvet Press, a printer."));
        var intel = (await Extractor(chat).ExtractIntelAsync(booking, default)).Value;
        Assert.Equal((expected, expectedWebsite), (intel.CompanyName, intel.CompanyWebsite));
    }

    [Fact]
    public async Task Intel_TimesAreOurs_AndAnUnstatedCountryIsMarked()
    {
        var chat = new ScriptedChatClient(Says(Intel(a =>
        {
            a["demo_datetime_utc"] = "1999-01-01";
            a["country"] = "Germany";
        })));
        var intel = (await Extractor(chat).ExtractIntelAsync(Fixtures.BookingWith("a@b.example"), default)).Value;
        Assert.Equal("2026-12-01T09:30:00Z", intel.DemoDateTimeUtc);
        Assert.Equal("2026-12-01 10:30 +01:00 Europe/Berlin", intel.DemoDateTimeLocal);
        Assert.Equal("Germany (inferred from the time zone)", intel.Country);
    }

    [Fact]
    public async Task Log_HasOneLineWithoutContent()
    {
        var lines = new List<string>();
        var chat = new ScriptedChatClient(Says(Intel(a => a["city"] = "Secretville")));
        await new ModelExtractor(chat, new ExtractionOptions(), null, new ListLogger<ModelExtractor>(lines))
            .ExtractIntelAsync(Fixtures.Booking(), default);
        var line = Assert.Single(lines);
        Assert.Contains("scripted-1, version intel-1: layer Strict", line);
        Assert.DoesNotContain("Secretville", line);
        Assert.DoesNotContain("Rosalind", line);
    }

    private static ModelExtractor Extractor(IChatClient chat) =>
        new(chat, new ExtractionOptions(), null, NullLogger<ModelExtractor>.Instance);

    private static string Intel(Action<JsonObject>? change = null) => Answer(IntelPrompt.Schema, change);

    private static string Meddic(Action<JsonObject>? change = null) => Answer(MeddicPrompt.Schema, change);

    private static string Answer(AnswerSchema schema, Action<JsonObject>? change)
    {
        var answer = new JsonObject(schema.Fields.Select(f => KeyValuePair.Create(f, (JsonNode?)null)));
        change?.Invoke(answer);
        return answer.ToJsonString(new JsonSerializerOptions());
    }
}
