namespace SalesIntel.Settings;

/// <summary>The settings of one options class, in force.</summary>
internal interface ISettingsPart : IConfigurationCheck
{
    /// <summary>What the names of all settings of this part, and of no other, begin with; empty when they have nothing in common.</summary>
    string Prefix { get; }

    /// <summary>The settings that have a name in the environment, in the order in which they are declared.</summary>
    IEnumerable<SettingRow> Rows();
}
