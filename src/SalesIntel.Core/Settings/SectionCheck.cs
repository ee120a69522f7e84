using Microsoft.Extensions.Configuration;
using SalesIntel.Text;

namespace SalesIntel.Settings;

/// <summary>Finds names in section <c>SalesIntel</c> that nothing reads.</summary>
/// <param name="configuration">Holds the section.</param>
/// <param name="parts">The parts that were added.</param>
/// <param name="others">What else is read from the section.</param>
internal sealed class SectionCheck(IConfiguration configuration, IEnumerable<ISettingsPart> parts, params string[] others) : IConfigurationCheck
{
    public IEnumerable<string> FindErrors() => [];

    public IEnumerable<string> FindWarnings()
    {
        string[] known = [.. parts.SelectMany(part => part.Rows()).Select(row => row.Name), .. others];
        return configuration.GetSection(SettingsSource.Section).GetChildren()
            .Select(child => child.Key)
            .Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase) && !parts.Any(part => Owns(part, name)))
            .Select(name => $"{SettingsSource.Section}:{name} is not a setting of any part that was added, and has no effect. "
                + $"Did you mean {NearestName.Of(name, known)}?");
    }

    // Such a part looks for them itself.
    private static bool Owns(ISettingsPart part, string name) =>
        part.Prefix.Length > 0 && name.StartsWith(part.Prefix, StringComparison.OrdinalIgnoreCase);
}
