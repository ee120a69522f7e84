using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SalesIntel.Gemini;

/// <summary>Validates <see cref="GeminiOptions"/>; every error is in the one result, and none shows the key.</summary>
internal sealed partial class GeminiOptionsValidator : IValidateOptions<GeminiOptions>
{
    private static readonly string[] Levels = ["", "minimal", "low", "medium", "high"];

    public ValidateOptionsResult Validate(string? name, GeminiOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        if (options.ApiKey is null || options.ApiKey.Any(c => c is <= ' ' or > '~'))
        {
            errors.AddError("Must be printable ASCII without white space (GEMINI_API_KEY).", nameof(options.ApiKey));
        }

        if (!ModelId().IsMatch(options.Model ?? ""))
        {
            errors.AddError($"'{options.Model}' is not a model id such as 'gemini-3.5-flash-lite' (GEMINI_MODEL).", nameof(options.Model));
        }

        if (!GeminiEndpoint.TryParse(options.BaseUrl, out _))
        {
            errors.AddError(
                "Must be an absolute http or https address without query and user (GEMINI_BASE_URL).", nameof(options.BaseUrl));
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(30))
        {
            errors.AddError($"{options.Timeout} is not in 1 second..30 minutes.", nameof(options.Timeout));
        }

        if (!Levels.Contains(options.ThinkingLevel))
        {
            errors.AddError("Must be empty, minimal, low, medium or high.", nameof(options.ThinkingLevel));
        }

        if (options.MaxOutputTokens is < 1 or > 65_536)
        {
            errors.AddError($"{options.MaxOutputTokens} is not in 1..65536.", nameof(options.MaxOutputTokens));
        }

        return errors.Build();
    }

    [GeneratedRegex(@"\A(models/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ModelId();
}
