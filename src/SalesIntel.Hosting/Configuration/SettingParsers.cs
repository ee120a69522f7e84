using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using SalesIntel.Hosting.Redis;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Readers of configuration texts. None puts the text itself into its complaint: it may be a secret.</summary>
internal static partial class SettingParsers
{
    public static Parsed<bool> Boolean(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" => Parsed<bool>.Good(true),
        "FALSE" or "0" or "NO" => Parsed<bool>.Good(false),
        _ => Parsed<bool>.Bad("true or false (also yes, no, 1, 0)"),
    };

    public static Func<string, Parsed<int>> Whole(int least, int most) => text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
            ? Parsed<int>.Good(value)
            : Parsed<int>.Bad(FormattableString.Invariant($"a whole number from {least} to {most}"));

    public static Func<string, Parsed<TimeSpan>> Seconds(double least, double most) =>
        Duration(least, most, "seconds", TimeSpan.FromSeconds);

    public static Func<string, Parsed<TimeSpan>> Minutes(double least, double most) =>
        Duration(least, most, "minutes", TimeSpan.FromMinutes);

    public static Parsed<string?> Text(string text) => Parsed<string?>.Good(text);

    public static Parsed<string> PlainText(string text) => Parsed<string>.Good(text);

    public static Parsed<string?> Token(string text) => text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        ? Parsed<string?>.Bad("one word without spaces")
        : Parsed<string?>.Good(text);

    public static Parsed<string?> Ascii(string text) => text.Any(c => c is <= ' ' or > '~')
        ? Parsed<string?>.Bad("printable ASCII without spaces")
        : Parsed<string?>.Good(text);

    public static Parsed<string?> ModelId(string text) => ModelIdPattern().IsMatch(text)
        ? Parsed<string?>.Good(text)
        : Parsed<string?>.Bad("a model id such as gemini-3.5-flash-lite");

    public static Parsed<string?> ZohoId(string text) => text.Length <= 20 && text.All(char.IsAsciiDigit)
        ? Parsed<string?>.Good(text)
        : Parsed<string?>.Bad("a Zoho user's id, a number of up to 20 digits");

    public static Parsed<string> ApiName(string text) => ApiNamePattern().IsMatch(text)
        ? Parsed<string>.Good(text)
        : Parsed<string>.Bad("an API name as Zoho shows it (letters, digits and underscores, a letter first)");

    public static Parsed<string?> OptionalApiName(string text) =>
        ApiName(text) is { MustBe: { } mustBe } ? Parsed<string?>.Bad(mustBe) : Parsed<string?>.Good(text);

    public static Func<string, Parsed<string>> OneOf(params string[] words) => text =>
        words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } word
            ? Parsed<string>.Good(word)
            : Parsed<string>.Bad($"one of {string.Join(", ", words)}");

    public static Parsed<HostRole> Role(string text) => text.ToUpperInvariant() switch
    {
        "ALL" => Parsed<HostRole>.Good(HostRole.All),
        "API" => Parsed<HostRole>.Good(HostRole.Api),
        "WORKER" => Parsed<HostRole>.Good(HostRole.Worker),
        _ => Parsed<HostRole>.Bad("one of all, api, worker"),
    };

    public static Parsed<LogLevel> Level(string text) => text.ToUpperInvariant() switch
    {
        "DEBUG" => Parsed<LogLevel>.Good(LogLevel.Debug),
        "INFO" => Parsed<LogLevel>.Good(LogLevel.Information),
        "WARNING" => Parsed<LogLevel>.Good(LogLevel.Warning),
        "ERROR" => Parsed<LogLevel>.Good(LogLevel.Error),
        _ => Parsed<LogLevel>.Bad("one of DEBUG, INFO, WARNING, ERROR"),
    };

    public static Parsed<Uri?> HttpUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0
            ? Parsed<Uri?>.Good(url)
            : Parsed<Uri?>.Bad("an absolute http or https URL without user and password");

    /// <summary>An address to which paths are added.</summary>
    public static Parsed<Uri?> BaseUrl(string text) => HttpUrl(text) is { MustBe: null, Value: { Query: "", Fragment: "" } } read
        ? read
        : Parsed<Uri?>.Bad("an absolute http or https URL without user, password, query and fragment");

    /// <summary>An address to which tokens are sent.</summary>
    public static Parsed<Uri?> EncryptedUrl(string text) =>
        BaseUrl(text) is { MustBe: null, Value: { } url } read && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
            ? read
            : Parsed<Uri?>.Bad("an absolute https URL without user, password, query and fragment; http for this machine only");

    public static Parsed<string?> RedisAddress(string text)
    {
        try
        {
            RedisUrl.Parse(text);
            return Parsed<string?>.Good(text);
        }
        catch (FormatException)
        {
            return Parsed<string?>.Bad("redis://[user:password@]host[:port][/db], or rediss:// for TLS, "
                + "special characters of user and password percent-encoded");
        }
    }

    public static Parsed<string?> EventType(string text) =>
        HttpUrl(text) is { MustBe: null, Value: { } url } && url.AbsolutePath.Trim('/').Length > 0
            ? Parsed<string?>.Good(text)
            : Parsed<string?>.Bad("the absolute URI of an event type (https://api.calendly.com/event_types/...)");

    public static Parsed<IReadOnlyList<string>> List(string text) => Parsed<IReadOnlyList<string>>.Good(Split(text));

    public static Parsed<IReadOnlyList<string>> Base64Keys(string text)
    {
        var keys = Split(text);
        return keys.All(IsBase64)
            ? Parsed<IReadOnlyList<string>>.Good(keys)
            : Parsed<IReadOnlyList<string>>.Bad("one or more base64 keys, comma separated, as the dashboard shows them");
    }

    public static Parsed<IReadOnlyList<string>> Domains(string text)
    {
        string[] domains = [.. Split(text).Select(domain => domain.TrimStart('@'))];
        return domains.All(domain => domain.Length <= 253 && DomainPattern().IsMatch(domain))
            ? Parsed<IReadOnlyList<string>>.Good([.. domains.Select(domain => domain.ToLowerInvariant())])
            : Parsed<IReadOnlyList<string>>.Bad("one or more mail domains, comma separated");
    }

    private static Func<string, Parsed<TimeSpan>> Duration(
        double least, double most, string unit, Func<double, TimeSpan> make) => text =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
            ? Parsed<TimeSpan>.Good(make(value))
            : Parsed<TimeSpan>.Bad(FormattableString.Invariant($"a number of {unit} from {least} to {most}"));

    private static string[] Split(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsBase64(string key) =>
        key.Length > 0 && Convert.TryFromBase64String(key, new byte[key.Length], out var written) && written > 0;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ApiNamePattern();

    [GeneratedRegex(@"\A(models/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ModelIdPattern();

    [GeneratedRegex(@"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex DomainPattern();
}
