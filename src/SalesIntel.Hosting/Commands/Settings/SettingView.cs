using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands.Settings;

/// <summary>A setting as <c>settings --json</c> prints it.</summary>
/// <param name="Name">Spelt as in the environment.</param>
/// <param name="Value">What holds; of a secret only whether it is set. Null when nothing does.</param>
/// <param name="From">Where the value comes from.</param>
/// <param name="Default">What holds while it is not set; null when nothing does.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Secret">True when its value is shown nowhere.</param>
internal sealed record SettingView(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Value,
    string From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Default,
    string Meaning,
    bool Secret)
{
    public static SettingView Of(SettingRow row, string from) =>
        new(row.Name, OrNull(row.Value), from, OrNull(row.Default.Length > 0 ? row.Default : row.Unset), row.Meaning, row.IsSecret);

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
