using Microsoft.Extensions.Options;

namespace SalesIntel.Engine;

/// <summary>Checks <see cref="ProcessingOptions"/>.</summary>
public sealed class ProcessingOptionsValidator : IValidateOptions<ProcessingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ProcessingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> errors = [];
        if (options.MaxRetries is < 0 or > 20)
        {
            errors.Add($"MAX_RETRIES is {options.MaxRetries}; it must be from 0 to 20.");
        }

        Range(errors, "RETRY_BASE_SECONDS", options.RetryBase, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1));
        Range(errors, "LEASE_SECONDS", options.Lease, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(10));
        Range(errors, "SHUTDOWN_SECONDS", options.ShutdownGrace, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Range(errors, "PROBE_SECONDS", options.ProbeAfter, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1));
        if (options.Workers is < 1 or > 256)
        {
            errors.Add($"WORKERS is {options.Workers}; it must be from 1 to 256.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void Range(List<string> errors, string variable, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            errors.Add(FormattableString.Invariant(
                $"{variable} is {value.TotalSeconds}; it must be from {least.TotalSeconds} to {most.TotalSeconds} seconds."));
        }
    }
}
