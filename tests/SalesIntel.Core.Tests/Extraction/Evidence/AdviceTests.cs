using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>Advice is the model's own and may suggest what it likes; a sentence with a number, a date or a name that nobody has given is left
/// out, and the rest of it stays as it was written.</summary>
public sealed class AdviceTests
{
    private static readonly Booking Booking = Fixtures.BookingWith(
        "sunniva@harrowpine.example",
        ("What hurts?", "We lose 14 days with each reprint, and Velvet Press still sends labels by mail."),
        ("Who decides?", "Marta Quill"));

    [Theory]
    [InlineData("Ask how reprints are approved.", "Ask how reprints are approved.", 0)]
    [InlineData("Ask about the 14 days.", "Ask about the 14 days.", 0)]
    [InlineData("Ask about the 30 days.", "", 1)]
    [InlineData("Ask about the 30 days. Show the approval of labels.", "Show the approval of labels.", 1)]
    [InlineData("Show labels. They spend 900 euros. Ask who pays. It was 2019.", "Show labels. Ask who pays.", 2)]
    [InlineData("Ask why Velvet Press sends mail.", "Ask why Velvet Press sends mail.", 0)]
    [InlineData("Invite Marta Quill.", "Invite Marta Quill.", 0)]
    [InlineData("Show the labels.\nAsk about the 30 days.\nAsk who pays.", "Show the labels.\nAsk who pays.", 1)]
    [InlineData("Show the labels.\nAsk who pays. Offer 45 seats.", "Show the labels.\nAsk who pays.", 1)]
    public async Task Sentence_that_states_what_nobody_said_is_left_out(string advice, string expected, int dropped)
    {
        var result = await ReadAsync(advice);

        Assert.Equal(expected, result.Values[LeadFields.DemoFocus].Text);
        Assert.Equal(
            dropped == 0 ? [] : [$"{LeadFields.DemoFocus.Name}: {dropped} sentence{(dropped == 1 ? "" : "s")} with what no answer says dropped"],
            result.Issues);
    }

    [Theory]
    [InlineData("Greet Sunniva Hartley.", "Greet Sunniva Hartley.")]
    [InlineData("Be ready on 2026-12-01.", "Be ready on 2026-12-01.")]
    [InlineData("Call them on 2026-11-24.", "")]
    public async Task What_the_booking_itself_says_is_known(string advice, string expected) =>
        Assert.Equal(expected, (await ReadAsync(advice)).Values[LeadFields.DemoFocus].Text);

    private static Task<ExtractionResult> ReadAsync(string advice) =>
        new ModelExtractor(new ScriptedChatClient(Says(
            Completions.Of(new FormPrompt(FieldCatalog.Default), completion => completion[LeadFields.DemoFocus.Name] = advice))))
            .ExtractAsync(new BookingDocument(Booking), FieldCatalog.Default, default);
}
