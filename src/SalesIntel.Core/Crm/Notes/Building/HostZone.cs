using SalesIntel.Leads;

namespace SalesIntel.Crm;

internal static class HostZone
{
    /// <summary>The zone of the first of these people whose zone is configured; empty when there is none.</summary>
    public static string Of(IEnumerable<string> addresses, TeamOptions team) => addresses
        .Select(address => team.HostTimeZones.FirstOrDefault(zone => zone.Key.Equals(address, StringComparison.OrdinalIgnoreCase)).Value)
        .FirstOrDefault(zone => !string.IsNullOrEmpty(zone)) ?? "";
}
