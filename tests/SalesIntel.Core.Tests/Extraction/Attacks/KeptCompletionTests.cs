using Microsoft.Extensions.AI;
using SalesIntel.Engine;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>A kept completion that is of no use is forgotten, not met again.</summary>
public class KeptCompletionTests
{
    private readonly MemoryStore state = new(TimeProvider.System);

    public static TheoryData<string> Damaged =>
        ["", "x", "null", "[]", "{}", "{\"text\":null}", "{\"Text\":null,\"Model\":null}", "{\"Text\":7,\"Model\":\"m\"}", "{\"Text\":\"{\\\"a", "{\"Text\":\"\\ud800\"}"];

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task One_that_is_damaged(string kept)
    {
        await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the reprint."))));
        var key = Assert.Single(Keys());
        await state.SetAsync(key, kept, TimeSpan.FromMinutes(5), default);

        var result = await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the labels."))));

        Assert.Equal("Ask for the labels.", result.Values[LeadFields.CheatSheet].Text);
        Assert.Equal("Ask for the labels.", (await ReadAsync(new ScriptedChatClient())).Values[LeadFields.CheatSheet].Text);
    }

    [Fact]
    public async Task One_whose_repair_was_refused()
    {
        var refusing = new ScriptedChatClient(Says("Sorry."), Says("", ChatFinishReason.ContentFilter));
        await Assert.ThrowsAsync<ExtractionException>(() => ReadAsync(refusing));

        var again = await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the reprint."))));

        Assert.Equal((1, "Ask for the reprint."), (again.Calls, again.Values[LeadFields.CheatSheet].Text));
    }

    private IEnumerable<string> Keys()
    {
        var booking = Form.Of(new BookingDocument(Fixtures.Booking()));
        var prompt = new FormPrompt(FieldCatalog.Default);
        yield return CompletionCache.KeyOf("", prompt.For(booking, new ExtractionOptions()).Messages, prompt.Schema);
    }

    private Task<ExtractionResult> ReadAsync(IChatClient chat) =>
        new ModelExtractor(chat, cache: state).ExtractAsync(new BookingDocument(Fixtures.Booking()), FieldCatalog.Default, default);

    private static string Answer(string sheet) =>
        Completions.Of(new FormPrompt(FieldCatalog.Default), completion => completion["sales_rep_cheat_sheet"] = sheet);
}
