using System.Text;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Renders the table of variables for the documentation.</summary>
internal static class SettingsTable
{
    public static string Markdown()
    {
        var text = new StringBuilder("| name | default | meaning |\n|---|---|---|\n");
        foreach (var setting in EnvironmentNames.All)
        {
            Row(text, setting.Name, setting.DefaultText, setting.IsSecret ? $"{setting.Meaning} (secret)" : setting.Meaning);
        }

        foreach (var (name, holds) in CustomFieldNames.All)
        {
            Row(text, name, "", $"API name of the custom field for: {holds}");
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, string fallback, string meaning)
    {
        // "from the token answer" and the like are words, not values.
        var shown = fallback.Length == 0 ? "–" : fallback.Contains(' ', StringComparison.Ordinal) && !IsStatus(name)
            ? fallback : $"`{fallback}`";
        text.Append("| `").Append(name).Append("` | ").Append(shown).Append(" | ").Append(meaning).Append(" |\n");
    }

    private static bool IsStatus(string name) => name.StartsWith("STATUS_", StringComparison.Ordinal);
}
