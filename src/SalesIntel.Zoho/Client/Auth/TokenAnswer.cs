namespace SalesIntel.Zoho.Client;

/// <summary>What the accounts host answers, https://www.zoho.com/crm/developer/docs/api/v8/refresh.html. Numbers are read
/// leniently because the server is known to answer almost anything with status 200.</summary>
internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("api_domain")]
    public string? ApiDomain { get; init; }

    [JsonPropertyName("expires_in")]
    public JsonElement ExpiresIn { get; init; }

    [JsonPropertyName("expires_in_sec")]
    public JsonElement ExpiresInSec { get; init; }

    [JsonInclude]
    [JsonPropertyName("error")]
    internal JsonElement Refusal { get; init; }

    /// <summary>Why there is no token; null when it is not said in a word.</summary>
    [JsonIgnore]
    public string? Error => Refusal.ValueKind == JsonValueKind.String ? Refusal.GetString() : null;

    /// <summary>How long the token lives. Where <c>expires_in_sec</c> is present, <c>expires_in</c> is in milliseconds.</summary>
    public TimeSpan? Life =>
        Seconds(ExpiresInSec) is { } seconds ? TimeSpan.FromSeconds(seconds)
        : Seconds(ExpiresIn) is { } plain ? TimeSpan.FromSeconds(plain)
        : null;

    private static double? Seconds(JsonElement value)
    {
        double? number = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var d) => d,
            JsonValueKind.String when double.TryParse(
                value.GetString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture,
                out var d) => d,
            _ => null,
        };
        return number is > 0 and < 864_000 ? number : null;
    }
}
