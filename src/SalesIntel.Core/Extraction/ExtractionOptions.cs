using SalesIntel.Settings;

namespace SalesIntel.Extraction;

/// <summary>Limits of an extraction.</summary>
public sealed class ExtractionOptions
{
    /// <summary>The ranges of these options, which are set in code.</summary>
    public static SettingsGroup<ExtractionOptions> Settings { get; } = new SettingsGroup<ExtractionOptions>()
        .Number(null, o => o.MaxTranscriptCharacters, (o, v) => o.MaxTranscriptCharacters = v, 1_000, 3_000_000)
        .Number(null, o => o.MaxOutputTokens, (o, v) => o.MaxOutputTokens = v, 256, 65_536)
        .Number(null, o => o.MaxFieldCharacters, (o, v) => o.MaxFieldCharacters = v, 100, 32_000)
        .Number(null, o => o.MaxListItems, (o, v) => o.MaxListItems = v, 1, 200);

    /// <summary>Characters of a rendered transcript that are sent in one call. Above it the head and the tail are kept, the
    /// gap is marked in the text, and the result has an issue. An hour of speech is about 60,000 characters.</summary>
    /// <value>600,000.</value>
    public int MaxTranscriptCharacters { get; set; } = 600_000;

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
