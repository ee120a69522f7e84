namespace SalesIntel.Hosting.Configuration;

/// <summary>A variable with its type.</summary>
/// <param name="name">Spelt as in the environment.</param>
/// <param name="fallback">The value when it is not set.</param>
/// <param name="defaultText">The same as a user would write it.</param>
/// <param name="meaning">What it does.</param>
/// <param name="parse">Reads the text.</param>
/// <param name="isSecret">Its value must not be shown anywhere.</param>
/// <param name="isUrl">A refused value is not shown: it may hold a user and a password.</param>
internal sealed class Setting<T>(
    string name,
    T fallback,
    string defaultText,
    string meaning,
    Func<string, Parsed<T>> parse,
    bool isSecret = false,
    bool isUrl = false)
    : Setting(name, defaultText, meaning, isSecret, isUrl)
{
    public T Fallback { get; } = fallback;

    public Parsed<T> Parse(string text) => parse(text);
}
