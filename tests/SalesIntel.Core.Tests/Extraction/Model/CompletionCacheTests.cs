using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
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

    [Fact]
    public async Task A_request_to_ask_again_asks_once_and_its_completion_serves_from_then_on()
    {
        await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the reprint."))), Fixtures.Booking());
        var first = new ExtractionTerms { AskAgain = "first" };
        Assert.Equal("Ask for the labels.", Sheet(await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the labels."))), Fixtures.Booking(), first)));

        // The process died before the event recorded it: the retry costs nothing, and tells what the request has cost.
        var retried = await ReadAsync(new ScriptedChatClient(), Fixtures.Booking(), first);
        Assert.Equal(("Ask for the labels.", 1, 100L), (Sheet(retried), retried.Calls, retried.InputTokens));
        var usual = await ReadAsync(new ScriptedChatClient(), Fixtures.Booking());
        Assert.Equal(("Ask for the labels.", 0, 0m), (Sheet(usual), usual.Calls, usual.Cost));

        var second = new ExtractionTerms { AskAgain = "second" };
        Assert.Equal("Ask for the dates.", Sheet(await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the dates."))), Fixtures.Booking(), second)));
    }

    [Fact]
    public async Task What_a_preview_has_paid_for_is_applied_once_and_by_nothing_else()
    {
        await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the reprint."))), Fixtures.Booking());
        var preview = new ExtractionTerms { AskAgain = "preview", IsPreview = true };
        var seen = await ReadAsync(new ScriptedChatClient(Says(Answer("Ask for the labels."))), Fixtures.Booking(), preview);
        Assert.Equal(("Ask for the labels.", 1), (Sheet(seen), seen.Calls));
        Assert.Equal(0, (await ReadAsync(new ScriptedChatClient(), Fixtures.Booking(), preview)).Calls);
        Assert.Equal("Ask for the reprint.", Sheet(await ReadAsync(new ScriptedChatClient(), Fixtures.Booking())));

        var applied = await ReadAsync(new ScriptedChatClient(), Fixtures.Booking(), new ExtractionTerms { AskAgain = "first" });
        Assert.Equal(("Ask for the labels.", 1, 100L, 10L), (Sheet(applied), applied.Calls, applied.InputTokens, applied.OutputTokens));
        var next = new ScriptedChatClient(Says(Answer("Ask for the dates.")));
        Assert.Equal("Ask for the dates.", Sheet(await ReadAsync(next, Fixtures.Booking(), new ExtractionTerms { AskAgain = "second" })));
    }

    [Fact]
    public async Task A_completion_that_no_event_has_recorded_yet_is_kept_as_long_as_the_others()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var cache = new CompletionCache(new MemoryStore(time), TimeSpan.FromDays(30));
        var completion = new CachedCompletion("{}", "scripted-1");
        await cache.StoreAsync("usual", ExtractionTerms.Usual, completion);
        time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(completion, await cache.FindAsync("usual", ExtractionTerms.Usual, default));
        time.Advance(TimeSpan.FromDays(2));
        Assert.Null(await cache.FindAsync("usual", ExtractionTerms.Usual, default));
    }

    [Fact]
    public async Task A_completion_that_was_asked_for_again_is_kept_once_it_was_of_use()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var cache = new CompletionCache(new MemoryStore(time), TimeSpan.FromDays(30));
        var (again, completion) = (new ExtractionTerms { AskAgain = "first" }, new CachedCompletion("{}", "scripted-1"));
        await cache.StoreAsync("asked", again, completion);
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(completion, await cache.FindAsync("asked", again, default));
        Assert.Null(await cache.FindAsync("asked", ExtractionTerms.Usual, default));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await cache.FindAsync("asked", again, default));

        await cache.KeepAsync("asked", again, completion);
        time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(completion, await cache.FindAsync("asked", ExtractionTerms.Usual, default));
    }

    private static string Sheet(ExtractionResult result) => result.Values[LeadFields.CheatSheet].Text;

    private Task<ExtractionResult> ReadAsync(IChatClient chat, Booking booking, ExtractionTerms? terms = null) =>
        new ModelExtractor(chat, cache: state).ExtractAsync(
            new BookingDocument(booking), FieldCatalog.Default, terms ?? ExtractionTerms.Usual, default);

    private static string Answer(string sheet) =>
        Completions.Of(new FormPrompt(FieldCatalog.Default), completion => completion["sales_rep_cheat_sheet"] = sheet);
}
