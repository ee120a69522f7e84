using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel;

/// <summary>What is to be known about a lead.</summary>
/// <example><code>
/// builder.Services.AddSalesIntel(builder.Configuration, options => options.Fields.Add(
///     new LeadField("review_volume") { Ask = "How many reviews the team does in a month." }));
/// </code></example>
public sealed class SalesIntelOptions
{
    /// <summary>The settings that fill these options. Fields are configured as <c>SalesIntel:Fields:{name}</c>, see
    /// <see cref="Fields"/>.</summary>
    public static SettingsGroup<SalesIntelOptions> Settings { get; } = new SettingsGroup<SalesIntelOptions>()
        .Text("QUALIFICATION", o => o.Qualification, (o, v) => o.Qualification = v,
            "what a meeting is read for: `meddic`, `meddpicc`, `bant`, `spiced`, or a framework that was added in code")
        .Rule(o => o.Fields.Contains(null!) || o.Frameworks.Contains(null!)
            ? $"{nameof(SalesIntelOptions)}.{nameof(Fields)} and {nameof(Frameworks)} must hold no null"
            : null)
        .Rule(o => o.Framework is null
            ? $"QUALIFICATION is '{o.Qualification}': must be one of {string.Join(", ", o.Frameworks.Select(framework => framework?.Name))}"
            : null)
        .Rules(o => o.Frameworks.OfType<QualificationFramework>().GroupBy(framework => framework.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{nameof(SalesIntelOptions)}.{nameof(Frameworks)} holds {group.Count()} of the name '{group.Key}', of which only the "
                + "first could be chosen: give each a name of its own, or remove the one that yours replaces"))
        .Rules(o => o.FindCatalogErrors().Select(error => $"{o.PlaceOf(error)}: {error}"))
        .Rules(o => o.ConfigurationErrors);

    /// <summary>The fields of lead intel and your own, in the order in which a model is asked and a note shows them. From configuration,
    /// <c>SalesIntel:Fields:review_volume = "How many reviews the team does in a month."</c> (in the environment
    /// <c>SalesIntel__Fields__review_volume</c>) adds a field; <c>Label</c>, <c>Kind</c>, <c>Evidence</c>, <c>Policy</c>, <c>From</c> and
    /// <c>Choices</c> below it set what else a <see cref="LeadField"/> has.</summary>
    /// <value>Default: <see cref="LeadFields.All"/>.</value>
    public List<LeadField> Fields { get; } = [.. LeadFields.All];

    /// <summary>How values of fields get along with what the CRM holds, by the field's name, where it is not as the field declares it. From
    /// configuration, <c>SalesIntel:Fields:company_name:Policy = Own</c> (in the environment <c>SalesIntel__Fields__company_name__Policy</c>).
    /// </summary>
    /// <value>Default: empty.</value>
    public IDictionary<string, WritePolicy> Policies { get; } = new Dictionary<string, WritePolicy>(StringComparer.Ordinal);

    /// <summary>The frameworks that <see cref="Qualification"/> chooses from, each with a name of its own.</summary>
    /// <value>Default: <see cref="QualificationFrameworks.All"/>.</value>
    public List<QualificationFramework> Frameworks { get; } = [.. QualificationFrameworks.All];

    /// <summary>Name of the framework that a meeting is read for, in any case; environment <c>QUALIFICATION</c>.</summary>
    /// <value>Default <c>meddic</c>.</value>
    public string Qualification { get; set; } = QualificationFrameworks.Meddic.Name;

    internal List<string> ConfigurationErrors { get; } = [];

    /// <summary>Where in the configuration a field is declared, by its name.</summary>
    internal Dictionary<string, string> ConfiguredFields { get; } = new(StringComparer.Ordinal);

    private QualificationFramework? Framework =>
        Frameworks.FirstOrDefault(framework => framework?.Name.Equals(Qualification, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Lets a call change these options. What it throws, because a field can't be made, is an error like any other.</summary>
    internal void Apply(Action<SalesIntelOptions> configure)
    {
        try
        {
            configure(this);
        }
        catch (ArgumentException refused)
        {
            ConfigurationErrors.Add($"AddSalesIntel(…, options => …): {ArgumentSentence.Of(refused)}");
        }
    }

    // What is to be changed is the call, the configuration, or one of them where both declare the field.
    private string PlaceOf(string error)
    {
        const string InCode = $"{nameof(SalesIntelOptions)}.{nameof(Fields)}";
        var (name, path) = ConfiguredFields.FirstOrDefault(field => error.Contains($"'{field.Key}'", StringComparison.Ordinal));
        return path is null ? InCode
            : Fields.OfType<LeadField>().Count(field => field.Name == name) > 1 ? $"{path} in the configuration and {InCode} in code"
            : path;
    }

    // Also with a framework that does not exist, so that all errors are known at once.
    private IEnumerable<string> FindCatalogErrors()
    {
        var framework = Framework ?? QualificationFrameworks.Meddic;
        LeadField[] fields = [.. Fields.OfType<LeadField>()];
        string[] errors = [.. FieldCatalog.FindErrors(fields, framework, Policies)];
        if (errors.Length > 0)
        {
            return errors;
        }

        try
        {
            _ = new FieldCatalog(fields, framework, Policies);
            return [];
        }
        catch (ArgumentException refused)
        {
            return [ArgumentSentence.Of(refused)];
        }
    }

    /// <summary>The catalogue of these options: what a host has that is configured with them. Tests of a host's own fields use it, so that
    /// a field is declared once.</summary>
    /// <exception cref="SettingsException">The options can't be used; lists all errors.</exception>
    public FieldCatalog CreateCatalog()
    {
        Settings.Checked(this);
        return new FieldCatalog(Fields, Framework!, Policies);
    }
}
