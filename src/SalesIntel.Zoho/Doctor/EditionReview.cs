using SalesIntel.Doctor;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Compares the calls in flight that are configured with those that the edition allows,
/// https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.</summary>
internal static class EditionReview
{
    private const string Check = "concurrency";

    private static readonly FrozenDictionary<string, int> Allowed = new Dictionary<string, int>
    {
        ["free"] = 5, ["standard"] = 10, ["professional"] = 15, ["enterprise"] = 20, ["ultimate"] = 25,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static string List => string.Join(", ", Allowed.OrderBy(one => one.Value).Select(one => $"{one.Key} allows {one.Value}"));

    /// <summary>The finding.</summary>
    /// <param name="edition">What Zoho calls it; null when it did not say.</param>
    /// <param name="configured">Calls in flight as configured.</param>
    /// <param name="whyUnknown">Why the edition is unknown.</param>
    public static DoctorFinding Of(string? edition, int configured, string whyUnknown)
    {
        if (edition is null || !Allowed.TryGetValue(edition, out var allowed))
        {
            var least = Allowed.Values.Min();
            return configured <= least
                ? new(DoctorLevel.Ok, Check, "", $"Every edition allows {Counted.Of(configured, "call")} at a time.")
                : new(DoctorLevel.Warning, Check, "",
                    $"Whether the edition allows {Counted.Of(configured, "call")} at a time (ZOHO_MAX_CONCURRENCY) is unknown: {whyUnknown}",
                    $"Look up the edition: {List}. Or set ZOHO_MAX_CONCURRENCY={least}.");
        }

        return configured <= allowed
            ? new(DoctorLevel.Ok, Check, "",
                $"The edition {edition} allows {allowed} calls at a time; ZOHO_MAX_CONCURRENCY is {configured}.")
            : new(DoctorLevel.Error, Check, "",
                $"The edition {edition} allows {allowed} calls at a time, and ZOHO_MAX_CONCURRENCY is {configured}.",
                $"Set ZOHO_MAX_CONCURRENCY={allowed}, or less where other programs use the same connected app.");
    }
}
