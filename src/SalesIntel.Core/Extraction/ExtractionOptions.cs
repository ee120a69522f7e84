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
        .Number(null, o => o.MaxCheatSheetCharacters, (o, v) => o.MaxCheatSheetCharacters = v, 100, 32_000)
        .Number(null, o => o.MaxListItems, (o, v) => o.MaxListItems = v, 1, 200)
        .List(null, o => o.InternalDomains?.ToArray(), (o, v) => o.InternalDomains = [.. v], property: nameof(InternalDomains));

    /// <summary>Characters of a rendered transcript that are sent in one call. Above it the head and the tail are kept, the
    /// gap is marked in the text, and the result has an issue. An hour of speech is about 60,000 characters.</summary>
    /// <value>600,000.</value>
    public int MaxTranscriptCharacters { get; set; } = 600_000;

    /// <summary>Tokens that the model may write, thinking included. Doubled once when an answer was cut off.</summary>
    /// <value>8,192.</value>
    public int MaxOutputTokens { get; set; } = 8_192;

    /// <summary>Characters kept of a text field.</summary>
    /// <value>4,000.</value>
    public int MaxFieldCharacters { get; set; } = 4_000;

    /// <summary>Characters kept of the cheat sheet.</summary>
    /// <value>8,000.</value>
    public int MaxCheatSheetCharacters { get; set; } = 8_000;

    /// <summary>Items kept of a list.</summary>
    /// <value>30.</value>
    public int MaxListItems { get; set; } = 30;

    /// <summary>Mail domains of the sellers, lower case. People of these domains are marked in the prompt, and rules do not
    /// take their words for the customer's. Empty: the domain of the meeting's owner is taken.</summary>
    /// <value>Empty.</value>
    public IList<string> InternalDomains { get; set; } = [];
}
