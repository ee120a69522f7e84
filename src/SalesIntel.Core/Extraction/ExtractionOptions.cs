using SalesIntel.Settings;

namespace SalesIntel.Extraction;

/// <summary>Limits of an extraction.</summary>
public sealed class ExtractionOptions
{
    /// <summary>The ranges of these options, which are set in code.</summary>
    public static SettingsGroup<ExtractionOptions> Settings { get; } = new SettingsGroup<ExtractionOptions>()
        .Number(null, o => o.MaxPromptTokens, (o, v) => o.MaxPromptTokens = v, 1_000, 1_000_000)
        .Number("MODEL_TOKENS_PER_DAY", o => o.TokensPerDay, (o, v) => o.TokensPerDay = v, 0, 2_000_000_000,
            "what the model may read and write in a day (UTC); 0 = no limit")
        .Seconds(null, o => o.KeepCompletions, (o, v) => o.KeepCompletions = v, 60, 315_360_000)
        .Number(null, o => o.MaxOutputTokens, (o, v) => o.MaxOutputTokens = v, 256, 65_536)
        .Number(null, o => o.MaxFieldCharacters, (o, v) => o.MaxFieldCharacters = v, 100, 32_000)
        .Number(null, o => o.MaxListItems, (o, v) => o.MaxListItems = v, 1, 200);

    /// <summary>Tokens of foreign text that are sent in one call, estimated: facts, answers and transcript together. A transcript above it is
    /// read in windows that overlap by three turns, one call each, at most 20. An hour of speech is about 15,000 tokens.</summary>
    /// <value>200,000.</value>
    public int MaxPromptTokens { get; set; } = 200_000;

    /// <summary>Tokens that the model may read and write in a day of UTC, all processes together; 0 = no limit. A call that may go beyond it
    /// waits for the next day and uses up no attempt, while the facts of its event are written; documents of more than two days ago wait
    /// from four fifths on. Needs shared state.</summary>
    /// <value>0.</value>
    public int TokensPerDay { get; set; }

    /// <summary>How long a completion is kept that could be used, so that the same content is never paid for twice with the same prompt and
    /// model: as long as the events are.</summary>
    /// <value>30 days.</value>
    public TimeSpan KeepCompletions { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Prices by model id, in place of those that come with the package (dated; state of 2026-11-23). Of a model without a price only
    /// tokens are told.</summary>
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
}
