using SalesIntel.Gemini.Wire;

namespace SalesIntel.Gemini;

/// <summary>From an error answer to its exception: what is final, what may be tried again, when, and whether others are hit too.</summary>
/// <remarks>https://ai.google.dev/gemini-api/docs/troubleshooting and https://ai.google.dev/gemini-api/docs/rate-limits</remarks>
internal static partial class GeminiErrors
{
    private const string CheckKey = "check GEMINI_API_KEY";
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(25);

    /// <summary>Reads an error's body, which may be empty, HTML or cut off.</summary>
    public static WireError? Parse(ReadOnlyMemory<byte> body) => WireJson.Read(body, WireJsonContext.Default.ErrorResponse)?.Error;

    /// <summary>The exception for an error answer.</summary>
    public static GeminiException From(int status, WireError? error, DateTimeOffset now)
    {
        var reason = Reason(error);
        var code = Name(reason) ?? Name(error?.Status) ?? $"http_{status}";
        return status switch
        {
            400 when reason == "API_KEY_INVALID" => Final("Gemini does not accept the API key: " + CheckKey, isOutage: true),
            400 when error?.Status == "FAILED_PRECONDITION" =>
                Final("Gemini refuses the project: check region and billing of the key's project", isOutage: true),
            400 => Final("Gemini refuses the request as invalid: check model, thinking level and schema", isOutage: false),
            401 or 403 => Final("Gemini does not let the API key in: " + CheckKey + " and its restrictions", isOutage: true),
            404 => Final("Gemini does not know the model: check GEMINI_MODEL and GEMINI_BASE_URL", isOutage: true),
            429 => Quota(status, code, error, now),
            502 or 503 => Passing("Gemini is overloaded or down", isOutage: true),
            408 or 499 => Passing("Gemini timed out", isOutage: false),
            504 => Passing("Gemini did not finish in time", isOutage: false),
            >= 500 => Passing("Gemini failed", isOutage: false),
            _ => Final("Gemini refuses the request", isOutage: false),
        };

        GeminiException Final(string message, bool isOutage) =>
            new(code, $"{message} ({status} {code}).") { Status = status, IsOutage = isOutage };

        GeminiException Passing(string message, bool isOutage) => new(code, $"{message} ({status} {code}).")
        {
            Status = status,
            IsOutage = isOutage,
            IsTransient = true,
            RetryAfter = RetryDelay(error),
        };
    }

    /// <summary>A provider's constant; null for anything else, which could be content.</summary>
    public static string? Name(string? text) => text is not null && Constant().IsMatch(text) ? text : null;

    // A quota is the project's: the other calls would meet it too. Without details it may be a passing overload of one model.
    private static GeminiException Quota(int status, string code, WireError? error, DateTimeOffset now)
    {
        var isDaily = QuotaIds(error).Any(id => id.Contains("PerDay", StringComparison.OrdinalIgnoreCase));
        var wait = isDaily ? UntilMidnightPacific(now) : RetryDelay(error);
        return new GeminiException(code, isDaily
            ? $"Gemini's quota of the day is used up, it is reset at midnight Pacific time ({status} {code})."
            : $"Gemini's rate limit is reached ({status} {code}).")
        {
            Status = status,
            IsTransient = true,
            IsOutage = isDaily || error?.Details is { Count: > 0 },
            RetryAfter = wait,
        };
    }

    private static TimeSpan UntilMidnightPacific(DateTimeOffset now)
    {
        // A machine without time zone data gets the standard offset: up to an hour late, never early.
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById("America/Los_Angeles", out var pacific)
            ? pacific
            : TimeZoneInfo.CreateCustomTimeZone("PST", TimeSpan.FromHours(-8), "PST", "PST");
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)) - now;
    }

    private static TimeSpan? RetryDelay(WireError? error) =>
        Details(error, "RetryInfo").Select(detail => Seconds(DurationText().Match(Text(detail, "retryDelay") ?? "")))
            .FirstOrDefault(wait => wait is not null)
        ?? Seconds(RetryIn().Match(error?.Message ?? ""));

    private static TimeSpan? Seconds(Match match)
    {
        if (!match.Success || !double.TryParse(
            match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var seconds = match.Groups[2].Value.Equals("ms", StringComparison.OrdinalIgnoreCase) ? number / 1000 : number;
        return seconds > LongestWait.TotalSeconds ? LongestWait : TimeSpan.FromSeconds(seconds);
    }

    private static string? Reason(WireError? error) =>
        Details(error, "ErrorInfo").Select(detail => Text(detail, "reason")).FirstOrDefault(reason => reason is not null);

    private static IEnumerable<string> QuotaIds(WireError? error) => Details(error, "QuotaFailure")
        .Select(detail => detail.TryGetProperty("violations", out var violations) ? violations : default)
        .Where(violations => violations.ValueKind == JsonValueKind.Array)
        .SelectMany(violations => violations.EnumerateArray().Select(violation => Text(violation, "quotaId"))).OfType<string>();

    private static IEnumerable<JsonElement> Details(WireError? error, string type) => (error?.Details ?? [])
        .Where(detail => Text(detail, "@type")?.EndsWith("." + type, StringComparison.Ordinal) == true);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    [GeneratedRegex(@"\A(\d+(?:\.\d+)?)(s)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationText();

    [GeneratedRegex(@"\bretry in (\d+(?:\.\d+)?)\s?(ms|s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RetryIn();
}
