using Microsoft.Extensions.Options;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Checks <see cref="ReadAiOptions"/>. Its messages name properties, never a key or the secret.</summary>
public sealed class ReadAiOptionsValidator : IValidateOptions<ReadAiOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ReadAiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = new ValidateOptionsResultBuilder();
        for (var i = 0; i < options.SigningKeys.Count; i++)
        {
            if (ReadAiSource.DecodeKey(options.SigningKeys[i]) is null)
            {
                result.AddError("is empty or not base64", $"{nameof(options.SigningKeys)}[{i}]");
            }
        }

        if (options.SharedSecret.Trim() != options.SharedSecret)
        {
            result.AddError("has white space at an end", nameof(options.SharedSecret));
        }

        if (!Enum.IsDefined(options.InternalOnly))
        {
            result.AddError($"is not one of {string.Join(", ", Enum.GetNames<InternalOnlyPolicy>())}", nameof(options.InternalOnly));
        }

        if (options.MinDuration < TimeSpan.Zero || options.MinDuration > TimeSpan.FromDays(1))
        {
            result.AddError(
                $"must be between zero and a day, but is {options.MinDuration}",
                nameof(options.MinDuration));
        }

        return result.Build();
    }
}
