namespace SalesIntel.Hosting.Commands.Settings;

/// <summary>What <c>settings --json</c> prints.</summary>
/// <param name="Files">The files of the current folder that were read.</param>
/// <param name="Settings">All settings.</param>
internal sealed record SettingsDocument(IReadOnlyList<string> Files, IReadOnlyList<SettingView> Settings)
{
    public string ToJson() => JsonSerializer.Serialize(this, SettingsJson.Readable.SettingsDocument);
}
