using SalesIntel.Settings;

namespace SalesIntel.Extraction;

/// <summary>Limits of an extraction.</summary>
public sealed class ExtractionOptions
{
    private static readonly SettingForm PriceLine = new(
        "one or more of model=input/output or model=input/output/cached input, USD for a million tokens, e.g. my-model=0.30/2.50/0.03, "
            + "comma separated",
        text => PriceText.TryRead(text, out _, out _));

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<ExtractionOptions> Settings { get; } = new SettingsGroup<ExtractionOptions>()
        .Number(null, o => o.MaxPromptTokens, (o, v) => o.MaxPromptTokens = v, 1_000, 1_000_000)
        .Number("MODEL_TOKENS_PER_DAY", o => o.TokensPerDay, (o, v) => o.TokensPerDay = v, 0, 2_000_000_000,
            "what the model may read and write in a day (UTC); 0 = no limit")
        .Amount("MODEL_MONEY_PER_DAY", o => o.MoneyPerDay, (o, v) => o.MoneyPerDay = v, 0, 1_000_000,
            "what the model may cost in a day (UTC), USD; 0 = no limit. Of a model without a price only tokens count")
        .List("MODEL_PRICES", o => [.. o.Prices.Select(price => PriceText.Write(price.Key, price.Value))], SetPrices,
            "prices in place of those of the package, as `model=input/output` or `model=input/output/cached input`, USD for a million "
                + "tokens, comma separated", PriceLine, property: nameof(Prices))
        .Flag("VERIFY_CLAIMS", o => o.VerifyClaims, (o, v) => o.VerifyClaims = v,
            "one more call for each meeting checks claims about buyer, metrics, competition and process against the words around their quotes")
        .Seconds(null, o => o.KeepCompletions, (o, v) => o.KeepCompletions = v, 60, 315_360_000)
        .Number(null, o => o.MaxOutputTokens, (o, v) => o.MaxOutputTokens = v, 256, 65_536)
        .Number(null, o => o.MaxFieldCharacters, (o, v) => o.MaxFieldCharacters = v, 100, 32_000)
        .Number(null, o => o.MaxListItems, (o, v) => o.MaxListItems = v, 1, 200);

    /// <summary>Tokens of foreign text that are sent in one call, estimated: facts, answers and transcript together. A transcript above it is
    /// read in windows that overlap by three turns, one call each, at most 20. An hour of speech is about 15,000 tokens.</summary>
    /// <value>200,000.</value>
    public int MaxPromptTokens { get; set; } = 200_000;

    /// <summary>Tokens that the model may read and write in a day of UTC, all processes together; 0 = no limit. A call that may go beyond it
    /// waits for the next day and uses up no attempt, while the facts of its event are written. Work on the past (documents of more than two
    /// days ago that no demo waits for, and what is extracted again on purpose) waits from four fifths on; from nine tenths on only what a
    /// demo of the coming 24 hours waits for is extracted. Needs shared state.</summary>
    /// <value>0.</value>
    public int TokensPerDay { get; set; }

    /// <summary>What calls to the model may cost in a day of UTC, in USD, all processes together; 0 = no limit. As
    /// <see cref="TokensPerDay"/>; where both are set, both hold. Of a model whose price is not known only tokens count, which is warned of
    /// when the host starts.</summary>
    /// <value>0.</value>
    public decimal MoneyPerDay { get; set; }

    /// <summary>How long a completion is kept that could be used, so that the same content is never paid for twice with the same prompt and
    /// model: as long as the events are.</summary>
    /// <value>30 days.</value>
    public TimeSpan KeepCompletions { get; set; } = TimeSpan.FromDays(30);

    /// <summary>True has one more call for each meeting check what its claims about the economic buyer, metrics, competition and process say
    /// against their quotes and the two turns before and after. What it does not find supported stands in the note only. Calls and tokens are
    /// counted apart; where the call fails, values stay as they are and the event says so.</summary>
    /// <value>False.</value>
    public bool VerifyClaims { get; set; }

    /// <summary>Prices by model id, in place of those that come with the package (dated; state of 2026-11-23). Of a model without a price only
    /// tokens are told. In the environment <c>MODEL_PRICES</c>.</summary>
    /// <value>Empty.</value>
    public IDictionary<string, ModelPrice> Prices { get; } = new Dictionary<string, ModelPrice>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tokens that the model may write, thinking included. Doubled once when a completion was cut off.</summary>
    /// <value>8,192.</value>
    public int MaxOutputTokens { get; set; } = 8_192;

    /// <summary>Characters kept of a value, unless its field has a limit of its own (<c>LeadField.MaxLength</c>).</summary>
    /// <value>4,000.</value>
    public int MaxFieldCharacters { get; set; } = 4_000;

    /// <summary>Items kept of a list.</summary>
    /// <value>30.</value>
    public int MaxListItems { get; set; } = 30;

    /// <summary>The price of a model; null when none is known.</summary>
    internal ModelPrice? PriceOf(string model, DateTimeOffset at) =>
        PriceTable.Find(model, DateOnly.FromDateTime(at.UtcDateTime), Prices.AsReadOnly());

    // Of a model that is named twice the last price counts, as in any configuration.
    private static void SetPrices(ExtractionOptions options, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            if (PriceText.TryRead(line, out var model, out var price))
            {
                options.Prices[model] = price;
            }
        }
    }
}
