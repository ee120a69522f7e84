using Microsoft.Extensions.AI;
using SalesIntel.Engine;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>A completion that was paid for is not paid for again.</summary>
public class CompletionCacheTests
{
    private readonly MemoryStore state = new(TimeProvider.System);

    [Fact]
    public async Task Extraction_AfterTheProcessDied_TakesTheCachedCompletion()
    {
        var first = await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the reprint."))), Fixtures.Booking());
        var silent = new ScriptedChatClient();
        var second = await ReadAsync(silent, Fixtures.Booking());
        Assert.Equal("Ask for the reprint.", second.Values[LeadFields.CheatSheet].Text);
        Assert.Equal((1, 0), (first.Calls, second.Calls));
        Assert.Equal(first.Model, second.Model);
    }

    [Fact]
    public async Task Extraction_OfAnotherBooking_AsksTheModel()
    {
        await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the reprint."))), Fixtures.Booking());
        var other = await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the labels."))), Fixtures.BookingWith("other@tallpine.example"));
        Assert.Equal("Ask for the labels.", other.Values[LeadFields.CheatSheet].Text);
    }

    [Fact]
    public async Task Extraction_AfterUnusableCompletions_AsksAnew()
    {
        var broken = new ScriptedChatClient(Says("Sorry."), Says("Sorry."));
        await Assert.ThrowsAsync<ExtractionException>(() => ReadAsync(broken, Fixtures.Booking()));
        var again = await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the reprint."))), Fixtures.Booking());
        Assert.Equal("Ask for the reprint.", again.Values[LeadFields.CheatSheet].Text);
    }

    private Task<ExtractionResult> ReadAsync(IChatClient chat, Booking booking) =>
        new ModelExtractor(chat, cache: state).ExtractAsync(new BookingDocument(booking), FieldCatalog.Default, default);

    private static string Answer(string sheet) =>
        Completions.Of(new FormPrompt(FieldCatalog.Default), completion => completion["sales_rep_cheat_sheet"] = sheet);
}
