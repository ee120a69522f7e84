using Microsoft.Extensions.Configuration;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Reads variables by the table and collects every error instead of stopping at the first. A variable stands at the top
/// level (environment, <c>.env</c>) or in section <c>SalesIntel</c>; the top level wins.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    public const string Section = "SalesIntel";

    private readonly List<string> errors = [];
    private readonly List<KeyValuePair<string, string>> effective = [];

    public IReadOnlyList<string> Errors => errors;

    /// <summary>What holds, for display: secrets only as set or not set.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Effective => effective;

    public void AddError(string error) => errors.Add(error);

    public bool IsSet(Setting setting) => Text(setting.Name) is not null;

    /// <summary>The text of a variable; null when it is not set, empty or blank.</summary>
    public string? Text(string name)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text))
        {
            text = configuration[$"{Section}:{name}"];
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public T Get<T>(Setting<T> setting)
    {
        var text = Text(setting.Name);
        Show(setting, text);
        if (text is null)
        {
            return setting.Fallback;
        }

        var parsed = setting.Parse(text);
        if (parsed.MustBe is not { } mustBe)
        {
            return parsed.Value;
        }

        errors.Add(setting.IsSecret || setting.IsUrl
            ? $"{setting.Name} (value not shown): must be {mustBe}"
            : $"{setting.Name} is '{text}': must be {mustBe}");
        return setting.Fallback;
    }

    /// <summary>Names with a prefix that are set, at the top level or in the section.</summary>
    public IEnumerable<string> NamesWith(string prefix) =>
        configuration.GetChildren().Concat(configuration.GetSection(Section).GetChildren())
            .Select(child => child.Key)
            .Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Text(name) is not null)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase);

    private void Show(Setting setting, string? text)
    {
        var shown = setting.IsSecret ? (text is null ? "not set" : "set") : text ?? setting.DefaultText;
        effective.Add(new(setting.Name, shown));
    }
}
