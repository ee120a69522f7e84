using Microsoft.Extensions.AI;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Operations;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Operations;

/// <summary>Extracting again asks the model on purpose: to look at first, then applied just so.</summary>
public sealed class ReextractionTests
{
    private const string Ada = OperatedPipeline.Ada;
    private const string Sheet = "sales_rep_cheat_sheet";
    private const string Reprint = "Ask for the reprint.";
    private const string Labels = "Ask for the labels.";
    private const string Dates = "Ask for the dates.";

    private static readonly string Body = Bodies.Created("A", Ada, 0, 600);

    [Fact]
    public async Task What_is_previewed_costs_tokens_writes_nothing_and_is_then_applied_without_a_further_call()
    {
        var (pipeline, chat) = Asking(Says(Reprint), Says(Labels));
        var id = await pipeline.PostAndDrainAsync(Body);
        await pipeline.Operations().ReplayAsync(id, CancellationToken.None);
        await pipeline.DrainAsync();
        Assert.Equal((1, Reprint), (chat.Asked.Count, SheetOf(pipeline)));
        var (crm, stored) = (pipeline.Crm.Snapshot(), await pipeline.EventAsync(id));

        var preview = await pipeline.Operations().PreviewReextractionAsync(id, CancellationToken.None);

        Assert.Equal((ReplayResult.Requeued, "", false), (preview.Result, preview.Error, preview.NeedsExtraction));
        var change = Assert.Single(preview.Fields, field => field.Field == Sheet);
        Assert.Equal((Reprint, Labels), ((string?)change.Before, (string?)change.After));
        Assert.Equal(("model", 1, 100L, 10L), (preview.Extraction!.Source, preview.Extraction.Calls, preview.Extraction.InputTokens, preview.Extraction.OutputTokens));
        Assert.Contains(preview.Effects, effect => effect is { Effect: Effects.Note, Action: "replace" });
        Assert.Equal((crm, 2), (pipeline.Crm.Snapshot(), chat.Asked.Count));
        Assert.Equal(stored.UpdatedAt, (await pipeline.EventAsync(id)).UpdatedAt);

        Assert.Equal(ReplayResult.Requeued, (await pipeline.Operations().ReextractAsync(id, false, CancellationToken.None)).Result);
        await pipeline.DrainAsync();

        var after = await pipeline.EventAsync(id);
        Assert.Equal((2, Labels, EventStatus.Processed), (chat.Asked.Count, SheetOf(pipeline), after.Status));
        Assert.Contains(Labels, Assert.Single(pipeline.Crm.Notes).Content, StringComparison.Ordinal);
        var receipt = ExtractionReceipt.Read(after.Ledger[Effects.Extraction])!;
        Assert.Equal((1, 100L, 10L), (receipt.Calls, receipt.InputTokens, receipt.OutputTokens));
        Assert.Equal(100, ExtractionReceipt.Read(after.Ledger[Effects.Reextraction])!.InputTokens);
    }

    [Fact]
    public async Task Without_a_preview_it_asks_and_each_request_asks_anew()
    {
        var (pipeline, chat) = Asking(Says(Reprint), Says(Labels), Says(Dates));
        var id = await pipeline.PostAndDrainAsync(Body);
        string[] said = [Labels, Dates];
        foreach (var sheet in said)
        {
            await pipeline.Operations().ReextractAsync(id, false, CancellationToken.None);
            await pipeline.DrainAsync();
            Assert.Equal(sheet, SheetOf(pipeline));
        }

        // An ordinary replay goes by what was read last.
        await pipeline.Operations().ReplayAsync(id, CancellationToken.None);
        await pipeline.DrainAsync();
        Assert.Equal((3, Dates), (chat.Asked.Count, SheetOf(pipeline)));
    }

    [Fact]
    public async Task A_note_that_a_person_has_edited_stays_and_a_new_one_is_added()
    {
        var (pipeline, _) = Asking(Says(Reprint), Says(Labels));
        var id = await pipeline.PostAndDrainAsync(Body);
        pipeline.Crm.EditNotes(Assert.Single(pipeline.Crm.Notes).Title, "Spoke to Ada.");

        var preview = await pipeline.Operations().PreviewReextractionAsync(id, CancellationToken.None);
        Assert.Contains(preview.Effects, effect => effect is { Effect: Effects.Note, Action: "create" });
        await pipeline.Operations().ReextractAsync(id, false, CancellationToken.None);
        await pipeline.DrainAsync();

        Assert.Equal(2, pipeline.Crm.Notes.Count());
        var edited = Assert.Single(pipeline.Crm.Notes, note => note.Content.StartsWith("Spoke to Ada.", StringComparison.Ordinal));
        Assert.Contains(Reprint, edited.Content, StringComparison.Ordinal);
        Assert.Contains(Labels, Assert.Single(pipeline.Crm.Notes, note => note != edited).Content, StringComparison.Ordinal);
        Assert.Single(pipeline.Crm.Tasks);
    }

    [Fact]
    public async Task What_was_read_before_stands_until_something_new_is_there()
    {
        var (pipeline, _) = Asking(Says(Reprint), ScriptedChatClient.Says("Sorry."), ScriptedChatClient.Says("Sorry."), Says(Labels));
        var id = await pipeline.PostAndDrainAsync(Body);
        var crm = pipeline.Crm.Snapshot();
        await pipeline.Operations().ReextractAsync(id, false, CancellationToken.None);
        await pipeline.DrainAsync();
        Assert.Equal((EventStatus.Failed, crm), ((await pipeline.EventAsync(id)).Status, pipeline.Crm.Snapshot()));

        // The request stands: an ordinary replay of what has failed carries it out.
        await pipeline.Operations().ReplayAsync(id, CancellationToken.None);
        await pipeline.DrainAsync();
        Assert.Equal((EventStatus.Processed, Labels), ((await pipeline.EventAsync(id)).Status, SheetOf(pipeline)));
    }

    [Fact]
    public async Task By_filter_what_has_nothing_to_read_is_left_alone_and_the_rate_holds()
    {
        var (pipeline, chat) = Asking(Says(Reprint), Says(Labels), Says(Dates), Says(Reprint));
        var first = await pipeline.PostAndDrainAsync(Body);
        var second = await pipeline.PostAndDrainAsync(Bodies.Created("B", "bo@reed.example", 0, 600));
        var canceled = await pipeline.PostAndDrainAsync(Bodies.Canceled("B", "bo@reed.example", 0, 600, canceledMinute: 60));
        var filter = new EventFilter { Source = "calendly" };

        var previews = await pipeline.Operations().PreviewReextractionAsync(filter, 5, CancellationToken.None).ThrottledAllAsync(pipeline);
        Assert.Equal(
            [(first, ReplayResult.Requeued), (second, ReplayResult.Requeued), (canceled, ReplayResult.NothingToExtract)],
            previews.Select(preview => (preview.EventId, preview.Result)));
        Assert.Equal(4, chat.Asked.Count);

        var began = pipeline.Time.GetUtcNow();
        var outcomes = await pipeline.Operations().ReextractAsync(filter, EventOperations.DefaultReextractionRate, CancellationToken.None)
            .ThrottledAllAsync(pipeline);
        Assert.Equal(previews.Select(preview => preview.Result), outcomes.Select(outcome => outcome.Result));
        Assert.True(pipeline.Time.GetUtcNow() - began >= TimeSpan.FromSeconds(4));
        await pipeline.DrainAsync();
        Assert.Equal((4, Dates), (chat.Asked.Count, SheetOf(pipeline)));
    }

    [Fact]
    public async Task It_stops_at_four_fifths_of_the_budget_and_what_is_new_goes_on()
    {
        // A call reserves about 9,000, most of it for what may be written, and the first one uses 26,000.
        var (pipeline, chat) = Asking(options => options.TokensPerDay = 40_000, Says(Reprint, 26_000), Says(Labels));
        var id = await pipeline.PostAndDrainAsync(Body);
        var preview = await pipeline.Operations().PreviewReextractionAsync(id, CancellationToken.None);
        Assert.Equal("model/daily_budget_reserve", preview.ErrorClass);

        await pipeline.Operations().ReextractAsync(id, false, CancellationToken.None);
        await pipeline.RunDueAsync();
        Assert.Equal((EventStatus.Queued, 0, 1), ((await pipeline.EventAsync(id)).Status, (await pipeline.EventAsync(id)).Attempts, chat.Asked.Count));
        Assert.Equal("model:daily_budget_reserve", Assert.Single(pipeline.Alerts.Raised).Fingerprint);

        await pipeline.PostAsync(Bodies.Created("B", "bo@reed.example", 0, 550));
        await pipeline.RunDueAsync();
        Assert.Equal(2, chat.Asked.Count);
    }

    [Fact]
    public async Task A_dry_run_keeps_what_the_new_extraction_would_write()
    {
        var chat = new ScriptedChatClient(Says(Reprint), Says(Labels));
        var pipeline = new Pipeline(options => options.DryRun = true, chat: chat);
        var id = await pipeline.PostAndDrainAsync(Body);
        await pipeline.Operations().ReextractAsync(id, false, CancellationToken.None);
        await pipeline.DrainAsync();
        Assert.Contains(Labels, (await pipeline.EventAsync(id)).Ledger[Effects.Note].Detail, StringComparison.Ordinal);
        Assert.Empty(pipeline.Crm.Leads);
    }

    private static (Pipeline Pipeline, ScriptedChatClient Chat) Asking(params ChatResponse[] answers) => Asking(_ => { }, answers);

    private static (Pipeline Pipeline, ScriptedChatClient Chat) Asking(Action<ExtractionOptions> configure, params ChatResponse[] answers)
    {
        var chat = new ScriptedChatClient(answers);
        return (new Pipeline(chat: chat, extraction: configure), chat);
    }

    private static ChatResponse Says(string sheet, int inputTokens = 100)
    {
        var answer = ScriptedChatClient.Says(
            Completions.Of(new FormPrompt(FieldCatalog.Default), completion => completion[Sheet] = sheet));
        answer.Usage = new UsageDetails { InputTokenCount = inputTokens, OutputTokenCount = 10 };
        return answer;
    }

    private static string? SheetOf(Pipeline pipeline) =>
        (string?)pipeline.Crm.Leads.Values.First(lead => (string?)lead["email"] == Ada || pipeline.Crm.Leads.Count == 1)[Sheet];
}
