using System.Text.Json.Nodes;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>Answers and values without a single word, to every question that a form asks: they are no values, and never end an event.</summary>
public class EmptyAnswerTests
{
    private static readonly string[] Questions =
    [
        "Company", "Company website", "Your role", "Team size", "Phone", "Which tools do you use today?", "What problem do you want to solve?",
        "What are your goals?", "How did you hear about us?", "Industry", "Country", "City", "State", "Budget", "When do you want to start?",
        "Anything else?", "",
    ];

    public static TheoryData<string> Words =>
    [
        "-", "?", "--", "???", ".", "…", "/", "'", "’", "()", "( )", "www", "www.", "http://", "https://www.", "://", "😀", "\u200B", "\u0301", "\uD83D",
        "@", "#", "*", "_", "\n-\n-", ",,", "| |", "<>", "+", "0", "a", "é",
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Rules_read_a_form_that_is_filled_with(string word)
    {
        var form = Fixtures.BookingWith("ada@tallpine.example", [.. Questions.Select(question => (question, word))]) with { TimeZone = word, Name = word };
        var result = await new RuleExtractor().ExtractAsync(new BookingDocument(form), FieldCatalog.Default, default);
        Assert.All(result.Values, value => Assert.DoesNotContain("\uD83D", value.Value.Text));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_model_may_give_as_every_value_and_quote(string word)
    {
        foreach (var email in (string[])["ada@tallpine.example", "ada@gmail.com"])
        {
            var form = Fixtures.BookingWith(email, [.. Questions.Select(question => (question, word))]) with { TimeZone = word };
            var chat = new ScriptedChatClient(Says(Filled(new FormPrompt(FieldCatalog.Default), word)));
            await new ModelExtractor(chat).ExtractAsync(new BookingDocument(form), FieldCatalog.Default, default);
        }

        var meeting = Fixtures.Meeting("meeting_end_full");
        var spoken = new ScriptedChatClient(Says(Filled(new ConversationPrompt(FieldCatalog.Default), word)));
        await new ModelExtractor(spoken).ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, default);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Rules_read_a_meeting_in_which_everybody_says(string word)
    {
        var turns = new[] { new TranscriptTurn(word, word, null), new TranscriptTurn("", word, DateTimeOffset.UnixEpoch), new TranscriptTurn("Ada", "", null) };
        var meeting = Fixtures.Meeting("meeting_end_full") with { Transcript = turns, Title = word, Summary = word };
        await new RuleExtractor().ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, default);
    }

    private static string Filled(CatalogPrompt prompt, string word) => Completions.Of(prompt, completion =>
    {
        foreach (var key in prompt.Schema.ReadKeys)
        {
            completion[key] = word;
        }

        completion[CompletionKeys.Claims] = new JsonArray([.. prompt.Schema.ReadKeys.Select(key => new JsonObject
        {
            [CompletionKeys.Element] = key,
            [CompletionKeys.Question] = word,
            [CompletionKeys.ClaimQuote] = word,
            [CompletionKeys.ClaimTurn] = word,
            [CompletionKeys.ClaimText] = word,
        })]);
    });
}
