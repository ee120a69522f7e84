namespace SalesIntel.Leads;

/// <summary>One value that is known about a lead. This declaration is all there is to say about it: the schema and the prompt for the
/// model, reading, limits, merging, the note, the CRM mapping and the table of settings are made from it.</summary>
/// <example><code>options.Fields.Add(new LeadField("review_volume") { Ask = "How many reviews the team does in a month." });</code></example>
public sealed partial class LeadField
{
    private readonly string? label;

    /// <summary>Declares a field.</summary>
    /// <param name="name">Unique name in lower-case letters, digits and underscores, a letter first, at most 60 characters; the key in the
    /// model's completion and in the store, so that it is never given another meaning.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public LeadField(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!NamePattern().IsMatch(name))
        {
            throw new ArgumentException(
                $"'{name}' is no name of a field: use lower-case letters, digits and underscores, a letter first, at most 60 characters.",
                nameof(name));
        }

        Name = name;
    }

    /// <summary>The field's name, e.g. <c>stated_pain_points</c>.</summary>
    public string Name { get; }

    /// <summary>What people call it, e.g. <c>Pain points</c>.</summary>
    /// <value>Default: the name with spaces and a capital letter.</value>
    public string Label
    {
        get => label ?? DefaultLabel(Name);
        init => label = value;
    }

    /// <summary>What a model is to look for, as one or two sentences; empty = no model is asked.</summary>
    public string Ask { get; init => field = value ?? ""; } = "";

    /// <summary>What the text holds.</summary>
    public FieldKind Kind { get; init; } = FieldKind.Text;

    /// <summary>What a value must rest on.</summary>
    public EvidenceRule Evidence { get; init; } = EvidenceRule.Stated;

    /// <summary>How the value gets along with what the CRM holds; see also <see cref="FieldCatalog.PolicyOf"/>.</summary>
    /// <value>Default <see cref="WritePolicy.PreserveUserEdits"/>: what was read or said, a person may know better.</value>
    public WritePolicy Policy { get; init; } = WritePolicy.PreserveUserEdits;

    /// <summary>The kind of document that a model reads it from.</summary>
    public DocumentKind From { get; init; } = DocumentKind.Form;

    /// <summary>The allowed texts of a <see cref="FieldKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init => field = value ?? []; } = [];

    /// <summary>Longest text that is kept, in characters.</summary>
    /// <value>Default: 0, the limit of all fields (<c>ExtractionOptions.MaxFieldCharacters</c>).</value>
    public int MaxLength { get; init; }

    /// <summary>True when a completion without this field is asked for it once more.</summary>
    public bool IsCore { get; init; }

    /// <summary>True when the field is shown in the lead intel of the note and in the field that holds the whole intel.</summary>
    public bool InNote { get; init; } = true;

    /// <summary>Fields of one group share a line of the note, e.g. <c>Location</c>: the one declared last stands first.</summary>
    public string NoteGroup { get; init => field = value ?? ""; } = "";

    /// <summary>True when a CRM refuses a lead without it: such a field is never cleared.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True when a model is asked for it.</summary>
    public bool IsAsked => Ask.Length > 0 && Evidence != EvidenceRule.Computed;

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string DefaultLabel(string name)
    {
        var words = name.Replace('_', ' ').Trim();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
