using SalesIntel.Engine;
using SalesIntel.Settings;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Checks that each webhook source can have an address of its own, and says which are open or closed for want of a key.</summary>
internal sealed class ReceivingCheck(IServiceProvider services, TimeProvider time) : IConfigurationCheck
{
    private static readonly WebhookRequest Unsigned = new(ReadOnlyMemory<byte>.Empty, _ => null);

    public IEnumerable<string> FindErrors()
    {
        IWebhookSource[] sources;
        try
        {
            sources = [.. services.GetServices<IWebhookSource>()];
        }
        catch (OptionsValidationException)
        {
            // A source whose options are wrong can't be made; the options report that themselves.
            return [];
        }

        return sources.Where(source => !IsUsable(source.Name)).Select(Unusable)
            .Concat(sources.GroupBy(source => source.Name ?? "", StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1 && IsUsable(group.Key)).Select(Shared));
    }

    public IEnumerable<string> FindWarnings()
    {
        if (services.GetRequiredService<IOptions<HostingOptions>>().Value.Role == HostRole.Worker)
        {
            return [];
        }

        var isRealRun = !services.GetRequiredService<IOptions<ProcessingOptions>>().Value.DryRun;
        var isOpen = services.GetRequiredService<IOptions<WebhookOptions>>().Value.AllowUnsigned ?? !isRealRun;
        return
        [
            .. isRealRun && isOpen
                ? ["ALLOW_UNSIGNED_WEBHOOKS is true in a real run: anybody who knows the URL of a source without a key can write to the CRM."]
                : Array.Empty<string>(),
            .. services.GetServices<IWebhookSource>()
                .Where(source => !HasKey(source, time.GetUtcNow()))
                .Select(source => $"Webhooks of '{source.Name}' are {(isOpen ? "accepted unsigned" : "refused with 401")}, because no key is "
                    + $"configured: set {source.Hint.Setting}."),
        ];
    }

    /// <summary>True when a source can tell a genuine message.</summary>
    public static bool HasKey(IWebhookSource source, DateTimeOffset now) => source.Verify(Unsigned, now) != SignatureValidationResult.NotConfigured;

    private static bool IsUsable(string? name) => name is { Length: > 0 } && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string Unusable(IWebhookSource source) =>
        $"The webhook source {source.GetType()} has the Name '{source.Name}', which can't be part of a URL: use letters and digits, and "
        + "'-', '_' or '.' after the first.";

    private static string Shared(IGrouping<string, IWebhookSource> group) =>
        $"The webhook sources {string.Join(" and ", group.Select(source => source.GetType()))} have the same Name '{group.Key}', so their "
        + "webhooks would have the same address: give each a Name of its own.";
}
