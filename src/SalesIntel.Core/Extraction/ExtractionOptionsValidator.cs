using Microsoft.Extensions.Options;

namespace SalesIntel.Extraction;

/// <summary>Validates <see cref="ExtractionOptions"/>; every error is in the one result.</summary>
public sealed class ExtractionOptionsValidator : IValidateOptions<ExtractionOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ExtractionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = new ValidateOptionsResultBuilder();
        Range(nameof(options.MaxTranscriptCharacters), options.MaxTranscriptCharacters, 1_000, 3_000_000);
        Range(nameof(options.MaxOutputTokens), options.MaxOutputTokens, 256, 65_536);
        Range(nameof(options.MaxFieldCharacters), options.MaxFieldCharacters, 100, 32_000);
        Range(nameof(options.MaxCheatSheetCharacters), options.MaxCheatSheetCharacters, 100, 32_000);
        Range(nameof(options.MaxListItems), options.MaxListItems, 1, 200);
        if (options.InternalDomains is null || options.InternalDomains.Any(d => string.IsNullOrWhiteSpace(d) || d.Contains('@')))
        {
            errors.AddError("Must hold domains such as 'seller.example', without '@'.", nameof(options.InternalDomains));
        }

        return errors.Build();

        void Range(string property, int value, int low, int high)
        {
            if (value < low || value > high)
            {
                errors.AddError(FormattableString.Invariant($"{value} is not in {low}..{high}."), property);
            }
        }
    }
}
