using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
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
            a["next_steps"] = new JsonArray("Dana sends the quote", "Helene decides");
        })));

        var result = await ReadAsync(chat, meeting);

        Assert.Equal(
            new Claim
            {
                Quote = "For this size, Helene owns the budget", Speaker = "Rosalind Achterberg", Turn = 46, At = meeting.Transcript[45].At,
                Support = ClaimSupport.Supported,
            },
            Assert.Single(Element(result, "economic_buyer").Claims));
        Assert.Equal(
            new Claim { Text = "Inkwell", Quote = "We are about to buy Inkwell.", Turn = 51, Support = ClaimSupport.Unsupported },
            Assert.Single(Element(result, "competition").Claims));
        Assert.Equal(ClaimSupport.Unsupported, Assert.Single(Element(result, "champion").Claims).Support);
        Assert.Equal((FieldStatus.Absent, false), (Element(result, "champion").Status, Element(result, "champion").IsWritable));
        Assert.Equal(FieldValue.Absent, Element(result, "metrics"));
        Assert.Equal("Cold", result.Values[QualificationFrameworks.Meddic.Confidence].Text);
        Assert.Equal("Dana sends the quote", result.Values[MeetingFields.NextSteps].Text);
        Assert.Equal(
            [
                "champion: has no quote, unconfirmed", "competition: its quote is not in the transcript, unconfirmed",
                "next_steps: not in the transcript, unconfirmed: 1 of 2 items",
            ],
            result.Issues);
        Assert.Equal((ExtractionMethod.Model, "scripted-1", "meddic-3", 1), (result.ReadBy, result.Model, result.PromptVersion, result.Calls));
        Assert.Equal((100, 10), (result.InputTokens, result.OutputTokens));
    }

    [Fact]
    public async Task Meeting_without_a_transcript_proves_nothing()
    {
        var chat = new ScriptedChatClient(Says(Meddic(a => a["metrics"] = "Nine days")));
        var metrics = Element(await ReadAsync(chat, Fixtures.Meeting("meeting_end_full") with { Transcript = [] }), "metrics");
        Assert.Equal(new Claim { Text = "Nine days", Support = ClaimSupport.Unsupported }, Assert.Single(metrics.Claims));
        Assert.False(metrics.IsWritable);
    }

    [Fact]
    public async Task Meddic_NestedAnswer_IsReadToo()
    {
        var chat = new ScriptedChatClient(Says(Meddic(a => a["champion"] =
            JsonNode.Parse("""{"quote":"I would run it myself","turn":63,"value":"Rosalind"}"""))));
        var champion = Element(await ReadAsync(chat, Fixtures.Meeting("meeting_end_full")), "champion");
        Assert.Equal(("Rosalind", 63, ClaimSupport.Supported), (champion.Text, champion.Claims[0].Turn, champion.Claims[0].Support));
    }

    [Fact]
    public async Task Claims_are_read_several_of_one_element_together()
    {
        var chat = new ScriptedChatClient(Says("""
            {"claims":[
                {"element":"metrics","quote":"It takes nineteen working days from the first proof to print ready","turn":15,"claim":"19 working days"},
                {"element":"metrics","quote":"Eight working days and no more than three rounds","turn":17,"claim":"Eight working days"}],
             "next_steps":null,"risks":null}
            """));
        var metrics = Element(await ReadAsync(chat, Fixtures.Meeting("meeting_end_full")), "metrics");
        Assert.Equal(("19 working days\nEight working days", FieldStatus.Found), (metrics.Text, metrics.Status));
        Assert.Equal([15, 17], metrics.Claims.Select(claim => claim.Turn));
    }

    [Fact]
    public async Task Refusal_that_is_content_is_not_asked_for_again()
    {
        var chat = new ScriptedChatClient(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent("blocked")])));
        var refused = await Assert.ThrowsAsync<ExtractionException>(() => ReadAsync(chat, Fixtures.Meeting("meeting_end_full")));
        Assert.Equal("The model refused the meddic extraction: content filter.", refused.Message);
        Assert.Single(chat.Asked);
    }

    [Theory]
    [InlineData("Metrics")]
    [InlineData("METRICS")]
    [InlineData(" metrics:")]
    public async Task Element_of_a_claim_is_read_in_any_spelling(string element)
    {
        var completion = JsonNode.Parse("""
            {"claims":[
                {"element":"","quote":"It takes nineteen working days from the first proof to print ready","turn":15,"claim":"19 working days"}],
             "next_steps":null,"risks":null}
            """)!;
        completion["claims"]![0]!["element"] = element;
        var metrics = Element(await ReadAsync(new ScriptedChatClient(Says(completion.ToJsonString())), Fixtures.Meeting("meeting_end_full")), "metrics");
        Assert.Equal(("19 working days", FieldStatus.Found), (metrics.Text, metrics.Status));
    }

    [Fact]
    public async Task Missing_core_field_is_asked_for_alone_in_one_repair()
    {
        var chat = new ScriptedChatClient(
            Says(Intel(a =>
            {
                a.Remove("sales_rep_cheat_sheet");
                a["company_name"] = "Harrow & Pine Organics";
            })),
            Says("""{"sales_rep_cheat_sheet":"Ask about the reprint.","claims":[{"element":"company_name","claim":"Other"}]}"""));

        var result = await ReadAsync(chat, Fixtures.Booking());

        Assert.Equal("Ask about the reprint.", result.Values[LeadFields.CheatSheet].Text);
        Assert.Equal("Harrow & Pine Organics", result.Values[LeadFields.CompanyName].Text);
        Assert.Equal((2, 200L, 20L), (result.Calls, result.InputTokens, result.OutputTokens));
        Assert.Contains("completion: mended by a repair call", result.Issues);
        Assert.Contains("- sales_rep_cheat_sheet: is missing", chat.Prompt(1));
        var schema = ((ChatResponseFormatJson)chat.Asked[1].Options.ResponseFormat!).Schema!.Value;
        Assert.Equal(["sales_rep_cheat_sheet"], schema.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public async Task Core_field_of_the_wrong_type_is_repaired_from_the_completion_and_not_from_the_source()
    {
        var chat = new ScriptedChatClient(
            Says(Intel(a => a["recommended_discovery_questions"] = new JsonObject { ["Timing?"] = true })),
            Says("""{"recommended_discovery_questions":"Timing?"}"""));

        var result = await ReadAsync(chat, Fixtures.Booking());

        Assert.Equal("Timing?", result.Values[LeadFields.DiscoveryQuestions].Text);
        Assert.Contains("- recommended_discovery_questions: is an object where text is asked for", chat.Prompt(1));
        Assert.Contains("\"Timing?\":true", chat.Prompt(1));
        Assert.DoesNotContain("Label sign-off takes almost four weeks", chat.Prompt(1));
    }

    [Fact]
    public async Task Advice_that_can_not_be_read_takes_nothing_else_with_it()
    {
        var broken = Says(Intel(a =>
        {
            a["city"] = "Dropbox";
            a["sales_rep_cheat_sheet"] = false;
        }));
        var chat = new ScriptedChatClient(broken, broken);

        var result = await ReadAsync(chat, Fixtures.Booking());

        Assert.Equal(("Dropbox", ""), (result.Values[LeadFields.City].Text, result.Values[LeadFields.CheatSheet].Text));
        Assert.Contains("sales_rep_cheat_sheet: left out, it is true or false where text is asked for also after a repair", result.Issues);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I am sorry, I can't do that.")]
    public async Task Intel_NoAnswer_RepairReadsTheSourceAgain(string text)
    {
        var chat = new ScriptedChatClient(Says(text), Says(Intel(a => a["city"] = "Dropbox")));
        var result = await ReadAsync(chat, Fixtures.Booking());
        Assert.Equal("Dropbox", result.Values[LeadFields.City].Text);
        Assert.Contains("Label sign-off takes almost four weeks", chat.Prompt(1));
    }

    [Fact]
    public async Task Intel_StillUnusable_ThrowsWithTheFieldsNames()
    {
        var chat = new ScriptedChatClient(Says(Intel(a => a.Remove("claims"))), Says("{}"));
        var e = await Assert.ThrowsAsync<ExtractionException>(() => ReadAsync(chat, Fixtures.Booking()));
        Assert.Equal(["claims"], e.Fields);
        Assert.Contains("claims", e.Message);
        Assert.Equal(2, chat.Asked.Count);
    }

    [Fact]
    public async Task CutOff_IsTriedOnceWithTwiceTheRoom()
    {
        var chat = new ScriptedChatClient(Says("{\"first", ChatFinishReason.Length), Says(Intel()));
        var result = await ReadAsync(chat, Fixtures.Booking());
        Assert.Equal(2, result.Calls);
        Assert.Equal([8_192, 16_384], chat.Asked.Select(a => a.Options.MaxOutputTokens!.Value));
        Assert.Equal(chat.Prompt(0), chat.Prompt(1));
    }

    [Fact]
    public async Task CutOff_Twice_Throws()
    {
        var chat = new ScriptedChatClient(Says("", ChatFinishReason.Length), Says("", ChatFinishReason.Length));
        var e = await Assert.ThrowsAsync<ExtractionException>(() => ReadAsync(chat, Fixtures.Booking()));
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
        var e = await Assert.ThrowsAsync<ExtractionException>(() => ReadAsync(chat, Fixtures.Booking()));
        Assert.EndsWith($"refused the intel extraction: {shown}.", e.Message);
    }

    [Fact]
    public async Task Unreachable_IsATransientProviderFailure_AndCancellationIsNone()
    {
        var chat = new FailingChatClient(new HttpRequestException("down"));
        var e = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(chat, Fixtures.Booking()));
        Assert.True(e.IsTransient);

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var cancelled = new FailingChatClient(new OperationCanceledException(stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ModelExtractor(cancelled).ExtractAsync(new BookingDocument(Fixtures.Booking()), FieldCatalog.Default, stop.Token));
    }

    [Fact]
    public async Task Log_HasOneLineWithoutContent()
    {
        var lines = new List<string>();
        var chat = new ScriptedChatClient(Says(Intel(a => a["city"] = "Secretville")));
        await new ModelExtractor(chat, logger: new ListLogger<ModelExtractor>(lines))
            .ExtractAsync(new BookingDocument(Fixtures.Booking()), FieldCatalog.Default, default);
        var line = Assert.Single(lines);
        Assert.Contains("scripted-1, version intel-3: layer Strict", line);
        Assert.DoesNotContain("Secretville", line);
        Assert.DoesNotContain("Rosalind", line);
    }

    private static Task<ExtractionResult> ReadAsync(IChatClient chat, Booking booking) =>
        new ModelExtractor(chat).ExtractAsync(new BookingDocument(booking), FieldCatalog.Default, default);

    private static Task<ExtractionResult> ReadAsync(IChatClient chat, Meeting meeting) =>
        new ModelExtractor(chat).ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, default);

    private static FieldValue Element(ExtractionResult result, string name) => result.Values[$"meddic_{name}"];

    private static string Intel(Action<JsonObject>? change = null) => Completions.Of(new FormPrompt(FieldCatalog.Default), change);

    private static string Meddic(Action<JsonObject>? change = null) => Completions.Of(new ConversationPrompt(FieldCatalog.Default), change);
}
