using Microsoft.Extensions.AI;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Settings;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>What an extraction cost: by the table, by prices that were configured, or not known.</summary>
public class PriceTests
{
    private static readonly Dictionary<string, ModelPrice> None = [];

    [Theory]
    [InlineData("gemini-3.8-flash", "2026-12-31", 0.75, 3.75)]
    [InlineData("gemini-3.8-flash", "2027-01-01", 1.50, 7.50)]
    [InlineData("models/gemini-3.8-flash", "2027-06-01", 1.50, 7.50)]
    [InlineData("Gemini-3.5-flash-lite-001", "2026-11-26", 0.30, 2.50)]
    public void A_known_model_has_the_price_of_its_day(string model, string day, double input, double output)
    {
        var price = PriceTable.Find(model, DateOnly.Parse(day), None)!;
        Assert.Equal(((decimal)input, (decimal)output), (price.Input, price.Output));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpt-x")]
    [InlineData("gemini-3.8")]
    [InlineData("gemini-3.8-flash-preview")]
    [InlineData("gemini-3.8-flashier")]
    public void Another_model_has_none(string model) => Assert.Null(PriceTable.Find(model, new DateOnly(2026, 11, 26), None));

    [Fact]
    public void A_price_that_was_configured_replaces_the_tables()
    {
        var own = new Dictionary<string, ModelPrice> { ["gemini-3.8-flash"] = new(1, 2), ["gpt-x"] = new(3, 4) };
        Assert.Equal(1, PriceTable.Find("gemini-3.8-flash", new DateOnly(2026, 11, 26), own)!.Input);
        Assert.Equal(4, PriceTable.Find("gpt-x-20260101", new DateOnly(2026, 11, 26), own)!.Output);
    }

    [Theory]
    [InlineData("my-model=0.30/2.50", "my-model", 0.30, 2.50, null)]
    [InlineData(" gemini-3.8-flash = 1 / 2 / 0.1 ", "gemini-3.8-flash", 1, 2, 0.1)]
    [InlineData("local=0/0", "local", 0, 0, null)]
    public void A_price_is_read_as_one_writes_it(string text, string model, double input, double output, double? cached)
    {
        Assert.True(PriceText.TryRead(text, out var name, out var price));
        Assert.Equal((model, new ModelPrice((decimal)input, (decimal)output, (decimal?)cached)), (name, price));
        Assert.True(PriceText.TryRead(PriceText.Write(name, price), out var again, out var same));
        Assert.Equal((name, price), (again, same));
    }

    [Theory]
    [InlineData("")]
    [InlineData("my-model")]
    [InlineData("=1/2")]
    [InlineData("my model=1/2")]
    [InlineData("my-model=1")]
    [InlineData("my-model=1/2/3/4")]
    [InlineData("my-model=-1/2")]
    [InlineData("my-model=1/two")]
    [InlineData("my-model=1.000,5/2")]
    [InlineData("my-model=2000000/2")]
    [InlineData("a=1/2=3")]
    public void Another_text_is_no_price(string text) => Assert.False(PriceText.TryRead(text, out _, out _));

    [Fact]
    public void A_price_that_was_set_in_code_is_checked_too()
    {
        var refused = Assert.Throws<SettingsException>(() =>
            new ModelExtractor(new ScriptedChatClient(), new ExtractionOptions { Prices = { ["gpt-x"] = new ModelPrice(-1, 2) } }));
        Assert.StartsWith("MODEL_PRICES (ExtractionOptions.Prices[0]) is 'gpt-x=-1/2': must be", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_of_the_providers_cache_have_their_own_price()
    {
        Assert.Equal(0.30m + 2.50m, new ModelPrice(0.30m, 2.50m).Of(1_000_000, 1_000_000, 500_000));
        Assert.Equal(0.15m + 0.015m, new ModelPrice(0.30m, 2.50m, 0.03m).Of(1_000_000, 0, 500_000));
        Assert.Equal(0.003m, new ModelPrice(3, 4, 3).Of(1_000, 0, 9_000));
    }

    [Fact]
    public async Task All_calls_of_an_extraction_count_and_a_kept_completion_costs_nothing()
    {
        var state = new MemoryStore(TimeProvider.System);
        var options = new ExtractionOptions { Prices = { ["scripted-1"] = new ModelPrice(10, 100) } };
        var chat = new ScriptedChatClient(Says("Sorry."), Says(Answer()));

        var first = await ReadAsync(chat, options, state);
        var second = await ReadAsync(new ScriptedChatClient(), options, state);

        Assert.Equal((2, 2 * (0.001m + 0.001m)), (first.Calls, first.Cost));
        Assert.Equal((0, 0m), (second.Calls, second.Cost));
        Assert.Null((await ReadAsync(new ScriptedChatClient(Says(Answer())), new ExtractionOptions(), null)).Cost);
    }

    private static Task<ExtractionResult> ReadAsync(IChatClient chat, ExtractionOptions options, MemoryStore? state) =>
        new ModelExtractor(chat, options, cache: state).ExtractAsync(new BookingDocument(Fixtures.Booking()), FieldCatalog.Default, default);

    private static string Answer() => Completions.Of(new FormPrompt(FieldCatalog.Default));
}
