using Microsoft.Extensions.Configuration;
using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel;

/// <summary>Adds the fields that are declared in section <c>SalesIntel:Fields</c>: the value is what a model is asked, keys below it set the
/// rest.</summary>
internal sealed class ConfiguredFields(IConfiguration configuration) : IConfigureOptions<SalesIntelOptions>
{
    /// <summary>The section below <see cref="SettingsSource.Section"/>.</summary>
    public const string Section = "Fields";

    private const string Path = $"{SettingsSource.Section}:{Section}";

    private static readonly string[] Properties =
    [
        nameof(LeadField.Ask), nameof(LeadField.Label), nameof(LeadField.Kind), nameof(LeadField.Evidence), nameof(LeadField.Policy),
        nameof(LeadField.From), nameof(LeadField.Choices),
    ];

    public void Configure(SalesIntelOptions options)
    {
        foreach (var section in configuration.GetSection(Path).GetChildren())
        {
            List<string> errors = [];
            if (Taken(options).Any(taken => taken.Name.Equals(section.Key, StringComparison.OrdinalIgnoreCase)) && IsPolicyAlone(section))
            {
                options.Policies[section.Key.ToLowerInvariant()] =
                    Word(section, nameof(LeadField.Policy), WritePolicy.PreserveUserEdits, errors);
                options.ConfigurationErrors.AddRange(errors);
                continue;
            }

            var field = Read(section, errors);
            if (field is not null && Taken(options).Any(taken => taken.Name == field.Name))
            {
                errors.Add($"{section.Path}: there is a field '{field.Name}' already: give yours another name. "
                    + $"Of that one only {nameof(LeadField.Policy)} can be set.");
            }

            if (errors.Count == 0)
            {
                options.Fields.Add(field!);
                options.ConfiguredFields[field!.Name] = section.Path;
            }

            options.ConfigurationErrors.AddRange(errors);
        }
    }

    private static IEnumerable<LeadField> Taken(SalesIntelOptions options) =>
    [
        .. DemoFields.All,
        .. MeetingFields.All,
        .. options.Fields.OfType<LeadField>(),
        .. options.Frameworks.OfType<QualificationFramework>().SelectMany(framework => framework.Fields),
    ];

    private static bool IsPolicyAlone(IConfigurationSection section) => section.Value is null
        && section.GetChildren().ToList() is [var only] && only.Key.Equals(nameof(LeadField.Policy), StringComparison.OrdinalIgnoreCase);

    private static LeadField? Read(IConfigurationSection section, List<string> errors)
    {
        errors.AddRange(section.GetChildren()
            .Where(child => !Properties.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is not a setting of a field: use {string.Join(", ", Properties)}."));
        var text = section[nameof(LeadField.Label)];
        try
        {
            return new LeadField(section.Key.ToLowerInvariant())
            {
                Label = string.IsNullOrWhiteSpace(text) ? null! : text.Trim(),
                Ask = (section.Value ?? section[nameof(LeadField.Ask)] ?? "").Trim(),
                Kind = Word(section, nameof(LeadField.Kind), FieldKind.Text, errors),
                Evidence = Word(section, nameof(LeadField.Evidence), EvidenceRule.Stated, errors),
                Policy = Word(section, nameof(LeadField.Policy), WritePolicy.PreserveUserEdits, errors),
                From = Word(section, nameof(LeadField.From), DocumentKind.Form, errors),
                Choices = Choices(section.GetSection(nameof(LeadField.Choices))),
            };
        }
        catch (ArgumentException refused)
        {
            errors.Add($"{section.Path}: {ArgumentSentence.Of(refused)}");
            return null;
        }
    }

    private static TValue Word<TValue>(IConfigurationSection section, string property, TValue fallback, List<string> errors)
        where TValue : struct, Enum
    {
        if (section[property] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return fallback;
        }

        var word = Enum.GetNames<TValue>().FirstOrDefault(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        if (word is null)
        {
            errors.Add($"{section.Path}:{property} is '{text}': must be one of {string.Join(", ", Enum.GetNames<TValue>())}");
            return fallback;
        }

        return Enum.Parse<TValue>(word);
    }

    // Several texts separated by commas, or a list.
    private static IReadOnlyList<string> Choices(IConfigurationSection section) =>
    [
        .. (section.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. section.GetChildren().Select(child => child.Value?.Trim() ?? "").Where(text => text.Length > 0),
    ];
}
