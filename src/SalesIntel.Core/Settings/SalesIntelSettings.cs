namespace SalesIntel.Settings;

/// <summary>The settings of all parts that were added to a host.</summary>
public sealed class SalesIntelSettings
{
    private readonly IReadOnlyList<ISettingsPart> parts;
    private readonly IReadOnlyList<IConfigurationCheck> checks;

    internal SalesIntelSettings(IEnumerable<ISettingsPart> parts, IEnumerable<IConfigurationCheck> checks)
    {
        this.parts = [.. parts];
        this.checks = [.. this.parts, .. checks];
    }

    /// <summary>Every setting, once also if it fills several options, with what holds for it. May be shown: no secret is in it.</summary>
    public IReadOnlyList<SettingRow> Rows => [.. parts.SelectMany(part => part.Rows()).DistinctBy(row => row.Name)];

    /// <summary>Checks the options of all parts and how they fit together. A host does this when it starts, and
    /// <c>MapSalesIntel()</c> before it maps.</summary>
    /// <exception cref="SettingsException">Something can't work; lists all errors of all parts.</exception>
    public void Validate()
    {
        string[] errors = [.. checks.SelectMany(check => check.FindErrors()).Distinct(StringComparer.Ordinal)];
        if (errors.Length > 0)
        {
            throw new SettingsException(errors);
        }
    }

    /// <summary>What works, but perhaps not as meant: one sentence each, without secrets.</summary>
    /// <exception cref="SettingsException">Something can't work.</exception>
    public IReadOnlyList<string> FindWarnings()
    {
        Validate();
        return [.. checks.SelectMany(check => check.FindWarnings())];
    }

    /// <summary>The table of all settings in Markdown: name, default, meaning.</summary>
    /// <param name="withValues">Adds what holds for each.</param>
    /// <param name="from">Tells where the value of a setting comes from, which is then shown beside it; null = it is not shown.</param>
    public string ToMarkdown(bool withValues = false, Func<SettingRow, string>? from = null)
    {
        string[] ofValues = !withValues ? [] : from is null ? ["value"] : ["value", "from"];
        string[] columns = ["name", .. ofValues, "default", "meaning"];
        var text = new StringBuilder($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var row in Rows)
        {
            text.Append("| `").Append(row.Name).Append("` | ");
            if (withValues)
            {
                text.Append(row.IsSecret ? row.Value : Code(row.Value == row.Unset ? "" : row.Value, row.Unset)).Append(" | ");
                if (from is not null)
                {
                    text.Append(from(row)).Append(" | ");
                }
            }

            text.Append(Code(row.Default, row.Unset)).Append(" | ").Append(row.Meaning).Append(row.IsSecret ? " (secret)" : "").Append(" |\n");
        }

        return text.ToString();
    }

    private static string Code(string value, string words) => value.Length > 0 ? $"`{value}`" : words.Length > 0 ? words : "–";
}
