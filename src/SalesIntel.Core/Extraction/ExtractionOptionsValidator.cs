using Microsoft.Extensions.Options;

namespace SalesIntel.Extraction;

/// <summary>Validates <see cref="ExtractionOptions"/>; every error is in the one result.</summary>
public sealed class ExtractionOptionsValidator : IValidateOptions<ExtractionOptions>
{
    /// <summary>Options that were given in code, checked; the defaults for null.</summary>
    /// <exception cref="OptionsValidationException">They can't be used; lists all errors.</exception>
    internal static ExtractionOptions Checked(ExtractionOptions? options)
    {
        var given = options ?? new ExtractionOptions();
        return new ExtractionOptionsValidator().Validate(null, given) is { Failures: { } failures }
            ? throw new OptionsValidationException(nameof(ExtractionOptions), typeof(ExtractionOptions), failures)
            : given;
    }

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ExtractionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = new ValidateOptionsResultBuilder();
        Range(nameof(options.MaxTranscriptCharacters), options.MaxTranscriptCharacters, 1_000, 3_000_000);
        Range(nameof(options.MaxOutputTokens), options.MaxOutputTokens, 256, 65_536);
        Range(nameof(options.MaxFieldCharacters), options.MaxFieldCharacters, 100, 32_000);
        Range(nameof(options.MaxListItems), options.MaxListItems, 1, 200);
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
