using SalesIntel.Settings;

namespace SalesIntel.Gemini;

/// <summary>How Gemini is called.</summary>
public sealed partial class GeminiOptions
{
    private static readonly string[] Levels = ["minimal", "low", "medium", "high"];

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<GeminiOptions> Settings { get; } = new SettingsGroup<GeminiOptions>()
        .Text("GEMINI_API_KEY", o => o.ApiKey, (o, v) => o.ApiKey = v, "required when `DRY_RUN=false`",
            new SettingForm("printable ASCII without spaces", key => !key.Any(c => c is <= ' ' or > '~')), isSecret: true)
        .Text("GEMINI_MODEL", o => o.Model, (o, v) => o.Model = v, "model id",
            new SettingForm("a model id such as gemini-3.5-flash-lite", id => ModelId().IsMatch(id)))
        .Text("GEMINI_BASE_URL", o => o.BaseUrl, (o, v) => o.BaseUrl = v, "for proxies and stand-ins",
            new SettingForm(
                "an absolute https URL (http only to this machine) without user, password, query and fragment", url => GeminiEndpoint.TryParse(url, out _))
            {
                HidesValue = true,
            })
        .Seconds(null, o => o.Timeout, (o, v) => o.Timeout = v, 1, 1_800)
        .Text(null, o => o.ThinkingLevel, (o, v) => o.ThinkingLevel = v,
            form: new SettingForm($"one of {string.Join(", ", Levels)}", level => Levels.Contains(level)))
        .Number(null, o => o.MaxOutputTokens, (o, v) => o.MaxOutputTokens = v, 1, 65_536)
        .Require(o => o.DryRun == false ? "when DRY_RUN=false" : null, "GEMINI_API_KEY");

    /// <summary>API key, sent in the header <c>x-goog-api-key</c> only. May be empty where the client is registered and never
    /// called; a call without a key fails with a <see cref="GeminiException"/>.</summary>
    /// <value>Empty.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>Model id. The default is the stable flash-lite model: extraction copies and orders what is said, for which the
    /// class suffices at about a third of the price of the flash model; it takes 1,048,576 tokens, and it is neither a preview
    /// nor one of the ids that are routed to another model. https://ai.google.dev/gemini-api/docs/models</summary>
    /// <value><c>gemini-3.5-flash-lite</c>.</value>
    public string Model { get; set; } = "gemini-3.5-flash-lite";

    /// <summary>Where the API is, with or without a slash at the end, with or without a path. The version <c>v1beta</c> is
    /// appended when the path does not end with a version.</summary>
    /// <value><c>https://generativelanguage.googleapis.com</c>.</value>
    public string BaseUrl { get; set; } = "https://generativelanguage.googleapis.com";

    /// <summary>Longest time for one call, from connecting to the last byte.</summary>
    /// <value>2 minutes.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How much the model thinks: <c>minimal</c>, <c>low</c>, <c>medium</c>, <c>high</c>. Which of them exist depends on
    /// the model, and 2.5 models refuse all of them. Empty: the model's own default, for the default model <c>minimal</c>.</summary>
    /// <value>Empty.</value>
    public string ThinkingLevel { get; set; } = "";

    /// <summary>Tokens that the model may write, thinking included, where the caller sets no limit.</summary>
    /// <value>8,192.</value>
    public int MaxOutputTokens { get; set; } = 8_192;

    /// <summary>Whether SalesIntel runs dry; null when the client is used without SalesIntel.</summary>
    internal bool? DryRun { get; set; }

    [GeneratedRegex(@"\A(models/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ModelId();
}
