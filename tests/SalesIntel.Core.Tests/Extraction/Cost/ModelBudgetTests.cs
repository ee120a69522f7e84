using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>The tokens of a day are reserved before a call is made, by all processes together.</summary>
public class ModelBudgetTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore state;

    public ModelBudgetTests() => state = new MemoryStore(time);

    [Fact]
    public async Task What_is_left_decides_and_what_was_not_used_comes_back()
    {
        var budget = new ModelBudget(state, 1_000, time);
        var first = await budget.ReserveAsync(700, false, default);
        await Assert.ThrowsAsync<ProviderException>(() => new ModelBudget(state, 1_000, time).ReserveAsync(400, false, default));
        await first.SettleAsync(100);
        await (await budget.ReserveAsync(900, false, default)).SettleAsync(900);
        Assert.Equal(1_000, await budget.UsedAsync(default));
    }

    [Fact]
    public async Task Work_on_the_past_stops_at_four_fifths()
    {
        var budget = new ModelBudget(state, 1_000, time);
        await budget.ReserveAsync(790, true, default);
        var past = await Assert.ThrowsAsync<ProviderException>(() => budget.ReserveAsync(20, true, default));
        Assert.Contains("goes on tomorrow", past.Message);
        Assert.NotNull(await budget.ReserveAsync(20, false, default));
    }

    [Fact]
    public async Task A_new_day_has_all_of_it_again()
    {
        var budget = new ModelBudget(state, 1_000, time);
        await budget.ReserveAsync(1_000, false, default);
        var spent = await Assert.ThrowsAsync<ProviderException>(() => budget.ReserveAsync(1, false, default));
        Assert.Equal((true, ModelBudget.Code, TimeSpan.FromHours(4)), (spent.IsPostponed, spent.Code, spent.RetryAfter));
        time.Advance(spent.RetryAfter!.Value);
        Assert.NotNull(await budget.ReserveAsync(1_000, false, default));
    }

    [Fact]
    public async Task An_extraction_beyond_it_makes_no_call_and_one_within_it_settles_what_it_used()
    {
        var chat = new ScriptedChatClient(Says(Completions.Of(new FormPrompt(FieldCatalog.Default))));
        await ReadAsync(chat, 100_000);
        Assert.Equal(110, await new ModelBudget(state, 100_000, time).UsedAsync(default));

        var silent = new ScriptedChatClient();
        var spent = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(silent, 500));
        Assert.Equal((ModelBudget.Code, 0), (spent.Code, silent.Asked.Count));
    }

    [Fact]
    public async Task A_call_that_failed_gives_all_of_it_back()
    {
        await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(new FailingChatClient(new TimeoutException()), 100_000));
        Assert.Equal(0, await new ModelBudget(state, 100_000, time).UsedAsync(default));
    }

    [Fact]
    public async Task A_completion_that_could_be_used_is_kept_as_long_as_events_and_another_for_minutes()
    {
        await ReadAsync(new ScriptedChatClient(Says(Completions.Of(new FormPrompt(FieldCatalog.Default)))), 0);
        time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, (await ReadAsync(new ScriptedChatClient(), 0)).Calls);
        time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await ReadAsync(new ScriptedChatClient(Says(Completions.Of(new FormPrompt(FieldCatalog.Default)))), 0)).Calls);
    }

    private Task<ExtractionResult> ReadAsync(IChatClient chat, int tokensPerDay) =>
        new ModelExtractor(chat, new ExtractionOptions { TokensPerDay = tokensPerDay }, timeProvider: time, cache: state).ExtractAsync(
            new BookingDocument(Fixtures.BookingWith($"ada{tokensPerDay}@tallpine.example", ("Company", $"Tallpine {tokensPerDay}"))), FieldCatalog.Default, default);
}
