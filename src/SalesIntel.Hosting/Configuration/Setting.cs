namespace SalesIntel.Hosting.Configuration;

/// <summary>A configuration variable as users know it: a row of the table in the documentation.</summary>
/// <param name="name">Spelt as in the environment.</param>
/// <param name="defaultText">What holds when it is not set, as a user would write it; empty if nothing.</param>
/// <param name="meaning">What it does, one line.</param>
/// <param name="isSecret">Its value must not be shown anywhere.</param>
/// <param name="isUrl">A refused value is not shown: it may hold a user and a password.</param>
internal abstract class Setting(string name, string defaultText, string meaning, bool isSecret, bool isUrl)
{
    public string Name { get; } = name;

    public string DefaultText { get; } = defaultText;

    public string Meaning { get; } = meaning;

    public bool IsSecret { get; } = isSecret;

    public bool IsUrl { get; } = isUrl;
}
