namespace SalesIntel.Settings;

/// <summary>A setting as users know it: a row of the table in the documentation.</summary>
/// <param name="Name">Spelt as in the environment.</param>
/// <param name="Value">What holds, as a user would write it; what was written, where that can't be read and so nothing holds; of a secret
/// only <c>set</c> or <c>not set</c>. May be shown.</param>
/// <param name="Default">What holds while the setting has no value; empty when nothing does.</param>
/// <param name="Unset">The same in words where it is no value, e.g. <c>from the data centre</c>.</param>
/// <param name="Meaning">What it does, one line of Markdown.</param>
/// <param name="IsSecret">Its value must not be shown anywhere.</param>
public sealed record SettingRow(string Name, string Value, string Default, string Unset, string Meaning, bool IsSecret);
