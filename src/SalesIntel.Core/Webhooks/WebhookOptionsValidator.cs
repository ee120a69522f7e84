using Microsoft.Extensions.Options;

namespace SalesIntel.Webhooks;

/// <summary>Checks <see cref="WebhookOptions"/>.</summary>
public sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const int Least = 1024;
    private const int Most = 100 * 1024 * 1024;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = new ValidateOptionsResultBuilder();
        if (options.MaxBodyBytes is < Least or > Most)
        {
            result.AddError(
                FormattableString.Invariant($"must be from {Least} to {Most}, but is {options.MaxBodyBytes}"),
                nameof(options.MaxBodyBytes));
        }

        return result.Build();
    }
}
