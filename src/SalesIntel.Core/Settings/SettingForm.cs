namespace SalesIntel.Settings;

/// <summary>What a text must look like.</summary>
/// <param name="MustBe">Completes the sentence "X is 'abc': must be …".</param>
/// <param name="IsValid">True for a text of this form.</param>
public sealed record SettingForm(string MustBe, Func<string, bool> IsValid)
{
    /// <summary>A value that is refused is not shown in the error: it may hold a password.</summary>
    public bool HidesValue { get; init; }

    /// <summary>Any text without white space at its ends.</summary>
    public static SettingForm Text { get; } = new("a text without white space at its ends", text => text.Trim().Length == text.Length);

    /// <summary>A text without white space and control characters.</summary>
    public static SettingForm Word { get; } =
        new("one word without spaces", text => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)));

    /// <summary>An address of the web.</summary>
    public static SettingForm Url { get; } = new(
        "an absolute http or https URL without user and password",
        text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0)
    {
        HidesValue = true,
    };

    /// <summary>An address of the web to which a secret or personal data is sent: encrypted, or on this machine.</summary>
    public static SettingForm SecureUrl { get; } = new(
        "an absolute https URL (http only to this machine) without user and password",
        text => Url.IsValid(text) && new Uri(text) is var url && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback))
    {
        HidesValue = true,
    };
}
