using System.Diagnostics.CodeAnalysis;
using SalesIntel.Settings;

namespace SalesIntel.Gemini;

/// <summary>The address of a call.</summary>
internal static partial class GeminiEndpoint
{
    private const string DefaultVersion = "v1beta";

    /// <summary>Reads a base address; the result ends with the version and a slash.</summary>
    public static bool TryParse(string? baseUrl, [NotNullWhen(true)] out Uri? endpoint)
    {
        endpoint = null;
        if (!Uri.TryCreate(baseUrl?.Trim(), UriKind.Absolute, out var uri) || !SettingForm.SecureUrl.IsValid(uri.OriginalString)
            || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            return false;
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        var version = Version().IsMatch(path) ? "" : $"/{DefaultVersion}";
        endpoint = new Uri($"{uri.GetLeftPart(UriPartial.Authority)}{path}{version}/");
        return true;
    }

    /// <summary>The address of <c>generateContent</c>. It holds no key.</summary>
    public static Uri GenerateContent(string baseUrl, string model) => Of(baseUrl, model, ":generateContent");

    /// <summary>The address of what Gemini says about a model. It holds no key.</summary>
    public static Uri Model(string baseUrl, string model) => Of(baseUrl, model, "");

    private static Uri Of(string baseUrl, string model, string method)
    {
        if (!TryParse(baseUrl, out var endpoint))
        {
            throw new InvalidOperationException("GeminiOptions.BaseUrl is not an address.");
        }

        var id = model.StartsWith("models/", StringComparison.Ordinal) ? model["models/".Length..] : model;
        return new Uri(endpoint, $"models/{Uri.EscapeDataString(id)}{method}");
    }

    [GeneratedRegex(@"/v\d+[a-z\d]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
