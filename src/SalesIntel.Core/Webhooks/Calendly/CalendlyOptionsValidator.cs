using Microsoft.Extensions.Options;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Checks <see cref="CalendlyOptions"/>. Its messages name properties, never a key.</summary>
public sealed class CalendlyOptionsValidator : IValidateOptions<CalendlyOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CalendlyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = new ValidateOptionsResultBuilder();
        for (var i = 0; i < options.SigningKeys.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(options.SigningKeys[i]))
            {
                result.AddError("is empty", $"{nameof(options.SigningKeys)}[{i}]");
            }
            else if (options.SigningKeys[i].Trim() != options.SigningKeys[i])
            {
                result.AddError("has white space at an end", $"{nameof(options.SigningKeys)}[{i}]");
            }
        }

        if (options.SignatureTolerance <= TimeSpan.Zero)
        {
            result.AddError(
                $"must be a positive time span, but is {options.SignatureTolerance}",
                nameof(options.SignatureTolerance));
        }

        if (options.EventTypeUri.Length > 0
            && !(Uri.TryCreate(options.EventTypeUri, UriKind.Absolute, out var uri)
                && uri.Scheme is "https" or "http"
                && uri.AbsolutePath.Trim('/').Length > 0))
        {
            result.AddError(
                "must be empty or the absolute https URI of an event type, as in the API's answers "
                + "(https://api.calendly.com/event_types/...)",
                nameof(options.EventTypeUri));
        }

        return result.Build();
    }
}
