using Microsoft.Extensions.Options;
using SalesIntel.Zoho.Auth;

namespace SalesIntel.Zoho;

/// <summary>Refuses options that can't work, naming property and environment variable, never a secret.</summary>
internal sealed class ZohoOptionsValidator : IValidateOptions<ZohoOptions>
{
    internal static readonly string[] Triggers = ["workflow", "approval", "blueprint", "pathfinder", "orchestration"];

    public ValidateOptionsResult Validate(string? name, ZohoOptions options)
    {
        var failures = new List<string>();
        if (ZohoDataCenter.Find(options.DataCenter) is null)
        {
            failures.Add($"{nameof(options.DataCenter)} (ZOHO_DC) must be one of {ZohoDataCenter.Codes}.");
        }

        Require(options.ClientId, nameof(options.ClientId), "ZOHO_CLIENT_ID");
        Require(options.ClientSecret, nameof(options.ClientSecret), "ZOHO_CLIENT_SECRET");
        Require(options.RefreshToken, nameof(options.RefreshToken), "ZOHO_REFRESH_TOKEN");
        RequireUrl(options.AccountsUrl, nameof(options.AccountsUrl), "ZOHO_ACCOUNTS_URL");
        RequireUrl(options.ApiUrl, nameof(options.ApiUrl), "ZOHO_API_URL");
        if (string.IsNullOrEmpty(options.LeadsModule)
            || !char.IsAsciiLetter(options.LeadsModule[0])
            || options.LeadsModule.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            failures.Add($"{nameof(options.LeadsModule)} (ZOHO_LEADS_MODULE) must be a module's API name: "
                + "letters, digits and underscores, e.g. Leads.");
        }

        if (!string.IsNullOrEmpty(options.OwnerId)
            && (options.OwnerId.Length > 20 || options.OwnerId.Any(c => !char.IsAsciiDigit(c))))
        {
            failures.Add($"{nameof(options.OwnerId)} (ZOHO_OWNER_ID) must be a Zoho user's id, a number of up to 20 digits, "
                + "or empty.");
        }

        if (options.MaxConcurrency is < 1 or > 25)
        {
            failures.Add($"{nameof(options.MaxConcurrency)} (ZOHO_MAX_CONCURRENCY) must be 1 to 25, "
                + $"but is {options.MaxConcurrency}.");
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
        {
            failures.Add($"{nameof(options.Timeout)} must be 1 second to 5 minutes, but is {options.Timeout}.");
        }

        if (options.Trigger is { } triggers && triggers.Any(t => !Triggers.Contains(t, StringComparer.Ordinal)))
        {
            failures.Add($"{nameof(options.Trigger)} may hold only {string.Join(", ", Triggers)}.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(string? value, string property, string variable)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                failures.Add($"{property} ({variable}) is required to reach Zoho CRM.");
            }
        }

        void RequireUrl(string? value, string property, string variable)
        {
            if (!string.IsNullOrEmpty(value) && !ZohoHosts.IsAcceptable(value))
            {
                failures.Add($"{property} ({variable}) must be an absolute https address without user, query or fragment; "
                    + "http is accepted for this machine only.");
            }
        }
    }
}
