using Microsoft.Extensions.Configuration;

namespace SalesIntel.Settings;

/// <summary>Finds names that nothing reads: all of them in section <c>SalesIntel</c>, and at the top level, where the variables of other
/// programs are too, those that differ from a setting's by a slip of the finger.</summary>
/// <param name="configuration">Holds the variables and the section.</param>
/// <param name="parts">The parts that were added.</param>
/// <param name="others">What else is read from the section.</param>
internal sealed class SectionCheck(IConfiguration configuration, IEnumerable<ISettingsPart> parts, params string[] others) : IConfigurationCheck
{
    // Two short names are easily alike without being meant.
    private const int Shortest = 6;

    public IEnumerable<string> FindErrors() => [];

    public IEnumerable<string> FindWarnings()
    {
        string[] known = [.. parts.SelectMany(part => part.Rows()).Select(row => row.Name), .. others];
        return Unknown(configuration.GetSection(SettingsSource.Section))
            .Select(name => $"{SettingsSource.Section}:{name} is not a setting of any part that was added, and has no effect."
                + NearestName.Question(name, known))
            .Concat(Unknown(configuration).Where(name => name.Length >= Shortest)
                .Select(name => (Name: name, Meant: NearestName.OfSlip(name, known)))
                .Where(found => found.Meant is not null)
                .Select(found => $"{found.Name} is not a setting, and has no effect. Did you mean {found.Meant}?"));

        IEnumerable<string> Unknown(IConfiguration level) => level.GetChildren().Select(child => child.Key)
            .Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase) && !parts.Any(part => Owns(part, name)));
    }

    // Such a part looks for them itself.
    private static bool Owns(ISettingsPart part, string name) =>
        part.Prefix.Length > 0 && name.StartsWith(part.Prefix, StringComparison.OrdinalIgnoreCase);
}
