using Microsoft.Extensions.Options;

namespace SalesIntel.Leads;

/// <summary>Checks <see cref="TeamOptions"/>.</summary>
public sealed class TeamOptionsValidator : IValidateOptions<TeamOptions>
{
    private const int LongestDomain = 253;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TeamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = new ValidateOptionsResultBuilder();
        for (var i = 0; i < options.InternalDomains.Count; i++)
        {
            if (!IsDomain(options.InternalDomains[i]?.TrimStart('@')))
            {
                result.AddError("is not a domain such as example.com", $"{nameof(options.InternalDomains)}[{i}]");
            }
        }

        return result.Build();
    }

    private static bool IsDomain(string? text) =>
        text is { Length: > 2 and <= LongestDomain }
        && text.Contains('.', StringComparison.Ordinal)
        && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '-')
        && text.Split('.').All(label => label.Length > 0);
}
