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
        var first = await Budget(1_000).ReserveAsync(Tokens(700), Tomorrow, default);
        await Assert.ThrowsAsync<ProviderException>(() => Budget(1_000).ReserveAsync(Tokens(400), Tomorrow, default));
        await first.SettleAsync(Tokens(100));
        await (await Budget(1_000).ReserveAsync(Tokens(900), Tomorrow, default)).SettleAsync(Tokens(900));
        Assert.Equal(Tokens(1_000), await Budget(1_000).UsedAsync(default));
    }

    [Fact]
    public async Task Money_counts_as_tokens_do_and_the_scarcer_of_both_decides()
    {
        var budget = new ModelBudget(state, new ModelSpend(1_000_000, 2m), time);
        var first = await budget.ReserveAsync(new ModelSpend(10, 1.5m), Tomorrow, default);
        var spent = await Assert.ThrowsAsync<ProviderException>(() => budget.ReserveAsync(new ModelSpend(10, 0.6m), Tomorrow, default));
        Assert.Contains("MODEL_MONEY_PER_DAY", spent.Message, StringComparison.Ordinal);
        await first.SettleAsync(new ModelSpend(10, 0.25m));
        await budget.ReserveAsync(new ModelSpend(10, 1.75m), Tomorrow, default);
        Assert.Equal(new ModelSpend(20, 2m), await budget.UsedAsync(default));

        // Of a model without a price only tokens count, also on a day whose money is used up.
        await budget.ReserveAsync(Tokens(900_000), Tomorrow, default);
        await Assert.ThrowsAsync<ProviderException>(() => budget.ReserveAsync(Tokens(900_000), Tomorrow, default));
    }

    [Fact]
    public async Task Work_on_the_past_stops_at_four_fifths()
    {
        var past = new ExtractionTerms { IsBackfill = true };
        await Budget(1_000).ReserveAsync(Tokens(790), past, default);
        var refused = await Assert.ThrowsAsync<ProviderException>(() => Budget(1_000).ReserveAsync(Tokens(20), past, default));
        Assert.Contains("goes on tomorrow", refused.Message);
        Assert.Equal(ModelBudget.Reserved, refused.Code);
        Assert.NotNull(await Budget(1_000).ReserveAsync(Tokens(20), ExtractionTerms.Usual, default));
    }

    [Fact]
    public async Task The_last_tenth_is_for_demos_of_the_coming_day()
    {
        await Budget(1_000).ReserveAsync(Tokens(890), ExtractionTerms.Usual, default);
        ExtractionTerms[] later = [ExtractionTerms.Usual, new() { NeededAt = time.GetUtcNow().AddHours(25) }];
        foreach (var terms in later)
        {
            var refused = await Assert.ThrowsAsync<ProviderException>(() => Budget(1_000).ReserveAsync(Tokens(20), terms, default));
            Assert.Equal(ModelBudget.Reserved, refused.Code);
        }

        Assert.NotNull(await Budget(1_000).ReserveAsync(Tokens(20), Tomorrow, default));
    }

    [Fact]
    public async Task A_new_day_has_all_of_it_again_and_serves_the_soonest_demo_first()
    {
        await Budget(1_000).ReserveAsync(Tokens(1_000), Tomorrow, default);
        var spent = await RefusedAsync(Tomorrow);
        Assert.Equal((true, ModelBudget.Spent), (spent.IsPostponed, spent.Code));
        TimeSpan[] waits =
        [
            spent.RetryAfter!.Value,
            (await RefusedAsync(new ExtractionTerms { NeededAt = time.GetUtcNow().AddDays(1.5) })).RetryAfter!.Value,
            (await RefusedAsync(ExtractionTerms.Usual)).RetryAfter!.Value,
            (await RefusedAsync(new ExtractionTerms { NeededAt = time.GetUtcNow().AddDays(40) })).RetryAfter!.Value,
            (await RefusedAsync(new ExtractionTerms { IsBackfill = true, NeededAt = time.GetUtcNow().AddDays(1) })).RetryAfter!.Value,
        ];
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(waits.Length, waits.Distinct().Count());
        Assert.InRange(waits[0], TimeSpan.FromHours(4), TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        Assert.InRange(waits[^1], TimeSpan.FromHours(4), TimeSpan.FromHours(4) + TimeSpan.FromMinutes(12));

        time.Advance(waits[0]);
        Assert.NotNull(await Budget(1_000).ReserveAsync(Tokens(1_000), new ExtractionTerms { NeededAt = time.GetUtcNow().AddHours(3) }, default));
    }

    [Fact]
    public async Task An_extraction_beyond_it_makes_no_call_and_one_within_it_settles_what_it_used()
    {
        var chat = new ScriptedChatClient(Says(Completions.Of(new FormPrompt(FieldCatalog.Default))));
        await ReadAsync(chat, 100_000);
        Assert.Equal(Tokens(110), await Budget(100_000).UsedAsync(default));

        var silent = new ScriptedChatClient();
        var spent = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(silent, 500));
        Assert.Equal((ModelBudget.Reserved, 0), (spent.Code, silent.Asked.Count));
    }

    [Fact]
    public async Task A_call_that_failed_gives_all_of_it_back()
    {
        await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(new FailingChatClient(new TimeoutException()), 100_000));
        Assert.Equal(default, await Budget(100_000).UsedAsync(default));
    }

    [Fact]
    public async Task A_call_whose_provider_does_not_say_what_it_used_counts_by_estimate()
    {
        var answer = Says(Completions.Of(new FormPrompt(FieldCatalog.Default)));
        answer.Usage = null;
        await ReadAsync(new ScriptedChatClient(answer), 100_000);
        Assert.InRange((await Budget(100_000).UsedAsync(default)).Tokens, 500, 20_000);
    }

    [Fact]
    public async Task Money_is_reserved_by_the_models_price_and_settled_with_what_the_call_cost()
    {
        var options = new ExtractionOptions { MoneyPerDay = 1_000, Prices = { ["scripted-1"] = new ModelPrice(1_000, 10_000) } };
        var chat = new ScriptedChatClient(Says(Completions.Of(new FormPrompt(FieldCatalog.Default))));
        await ReadAsync(chat, options);
        Assert.Equal(new ModelSpend(0, 0.2m), await new ModelBudget(state, new ModelSpend(0, 1_000), time).UsedAsync(default));

        // 8,192 tokens may be written, which is more than 80 USD.
        options.MoneyPerDay = 80;
        var dear = new NamedChatClient("scripted-1", new ScriptedChatClient());
        var spent = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(dear, options));
        Assert.Contains("(MODEL_MONEY_PER_DAY)", spent.Message, StringComparison.Ordinal);
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

    private static ModelSpend Tokens(long tokens) => new(tokens, 0);

    private ExtractionTerms Tomorrow => new() { NeededAt = time.GetUtcNow().AddHours(12) };

    private ModelBudget Budget(long tokens) => new(state, Tokens(tokens), time);

    private Task<ProviderException> RefusedAsync(ExtractionTerms terms) =>
        Assert.ThrowsAsync<ProviderException>(() => Budget(1_000).ReserveAsync(Tokens(1), terms, default));

    private Task<ExtractionResult> ReadAsync(IChatClient chat, int tokensPerDay) =>
        ReadAsync(chat, new ExtractionOptions { TokensPerDay = tokensPerDay }, $"{tokensPerDay}");

    private Task<ExtractionResult> ReadAsync(IChatClient chat, ExtractionOptions options, string name = "") =>
        new ModelExtractor(chat, options, timeProvider: time, cache: state).ExtractAsync(
            new BookingDocument(Fixtures.BookingWith($"ada{name}@tallpine.example", ("Company", $"Tallpine {name}"))), FieldCatalog.Default, default);
}
