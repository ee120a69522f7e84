namespace SalesIntel.Leads;

/// <summary>The fields in force: one list from which everything else is made. A value that is passed around, never changed.</summary>
public sealed class FieldCatalog
{
    private readonly FrozenDictionary<string, LeadField> byName;
    private readonly FrozenDictionary<string, WritePolicy> policies;

    /// <summary>Makes a catalogue.</summary>
    /// <param name="fields">The fields of lead intel and the consumer's own, in the order in which a model is asked and a note shows
    /// them.</param>
    /// <param name="framework">What a meeting is read for.</param>
    /// <param name="policies">How values get along with what the CRM holds, by the field's name, where it is not as the field declares it.
    /// </param>
    /// <exception cref="ArgumentException">A field is declared twice, a choice has no choices, entries are added to what is no text, or a
    /// field and an element of the framework have one key in a model's completion, or a policy is of no field; the message names all of them.
    /// </exception>
    public FieldCatalog(
        IEnumerable<LeadField> fields, QualificationFramework framework, IEnumerable<KeyValuePair<string, WritePolicy>>? policies = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(framework);
        Framework = framework;
        this.policies = (policies ?? []).ToFrozenDictionary(StringComparer.Ordinal);
        LeadField[] own = [.. fields];
        Intel = own;
        All = Join(own, framework);
        if (string.Join(' ', FindErrors(own, framework, this.policies)) is { Length: > 0 } errors)
        {
            throw new ArgumentException(errors, nameof(fields));
        }

        byName = All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        Asked = new Dictionary<DocumentKind, IReadOnlyList<LeadField>>
        {
            [DocumentKind.Form] = [.. own.Where(field => field.From == DocumentKind.Form && field.IsAsked)],
            [DocumentKind.Conversation] =
            [
                .. own.Where(field => field.From == DocumentKind.Conversation && field.IsAsked && !framework.Fields.Contains(field)),
                .. MeetingFields.All,
            ],
        }.ToFrozenDictionary();
        if (CompletionKeys.Twice(this) is [_, ..] twice)
        {
            throw new ArgumentException(
                $"Of a meeting a model would be asked twice for '{string.Join("', '", twice)}': give the field or the element of the "
                    + $"framework '{framework.Name}' another name.",
                nameof(fields));
        }
    }

    /// <summary>Lead intel and MEDDIC.</summary>
    public static FieldCatalog Default { get; } = new(LeadFields.All, QualificationFrameworks.Meddic);

    /// <summary>All fields: <see cref="DemoFields"/>, lead intel and own ones, the framework's, <see cref="MeetingFields"/>.</summary>
    public IReadOnlyList<LeadField> All { get; }

    /// <summary>What a meeting is read for.</summary>
    public QualificationFramework Framework { get; }

    /// <summary>The fields of lead intel and the consumer's own, in order.</summary>
    public IReadOnlyList<LeadField> Intel { get; }

    private FrozenDictionary<DocumentKind, IReadOnlyList<LeadField>> Asked { get; }

    /// <summary>The field with a name; null when there is none.</summary>
    public LeadField? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>How a field's value gets along with what the CRM holds.</summary>
    public WritePolicy PolicyOf(LeadField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return policies.TryGetValue(field.Name, out var policy) ? policy : field.Policy;
    }

    /// <summary>The fields that a model is asked for in a kind of document, in order; of a conversation those besides the framework's
    /// elements.</summary>
    public IReadOnlyList<LeadField> AskedOf(DocumentKind kind) => Asked[kind];

    /// <summary>The same catalogue without some of its fields of lead intel.</summary>
    public FieldCatalog Without(params IEnumerable<LeadField> fields)
    {
        var left = fields.ToHashSet();
        return new FieldCatalog(
            Intel.Where(field => !left.Contains(field)), Framework, policies.Where(policy => left.All(field => field.Name != policy.Key)));
    }

    /// <summary>What is wrong with a catalogue of these fields: one sentence each.</summary>
    internal static IEnumerable<string> FindErrors(
        IReadOnlyCollection<LeadField> fields, QualificationFramework framework, IEnumerable<KeyValuePair<string, WritePolicy>> policies)
    {
        var all = Join(fields, framework);
        var set = policies.ToDictionary(StringComparer.Ordinal);
        return
        [
            .. all.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1)
                .Select(group => $"The field '{group.Key}' is declared {group.Count()} times: give each field a name of its own."),
            .. all.SelectMany(ChoiceErrors),
            .. all.Where(field => field.MaxLength < 0)
                .Select(field => $"The field '{field.Name}' has the MaxLength {field.MaxLength}: set it to at least 1, or to 0 for the limit of all "
                    + "fields."),
            .. all.SelectMany(field => new[]
                {
                    Undefined(field.Name, nameof(LeadField.Kind), field.Kind), Undefined(field.Name, nameof(LeadField.Evidence), field.Evidence),
                    Undefined(field.Name, nameof(LeadField.Policy), field.Policy), Undefined(field.Name, nameof(LeadField.From), field.From),
                }).OfType<string>(),
            .. set.Where(policy => all.Any(field => field.Name == policy.Key))
                .Select(policy => Undefined(policy.Key, nameof(LeadField.Policy), policy.Value)).OfType<string>(),
            .. set.Keys.Where(name => all.All(field => field.Name != name)).Order(StringComparer.Ordinal)
                .Select(name => $"A policy is set for '{name}', which is no field.{NearestName.Question(name, all.Select(field => field.Name))}"),
            .. all.Where(field => field is { Kind: not (FieldKind.Text or FieldKind.Lines) }
                    && set.GetValueOrDefault(field.Name, field.Policy) == WritePolicy.AppendDated)
                .Select(field => $"To the field '{field.Name}' entries with their day are added, and so it is text: set LeadField.Kind to "
                    + "Text or Lines, or LeadField.Policy to another one than AppendDated."),
        ];
    }

    private static IEnumerable<string> ChoiceErrors(LeadField field) =>
        (field.Kind == FieldKind.Choice) != (field.Choices.Count > 0)
            ? [field.Kind == FieldKind.Choice
                ? $"The field '{field.Name}' is a choice without choices: set LeadField.Choices."
                : $"The field '{field.Name}' has choices and is no choice: set LeadField.Kind to Choice, or leave out LeadField.Choices."]
        : field.Choices.Any(string.IsNullOrWhiteSpace) ? [$"The field '{field.Name}' has an empty choice: give each choice a text."]
        : field.Choices.GroupBy(choice => choice.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same =>
            $"The field '{field.Name}' has the choice '{same.Key}' {same.Count()} times, differently written or not: give each choice once.");

    private static string? Undefined<T>(string field, string property, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? null : $"The {property} of the field '{field}' is '{value}': must be one of {string.Join(", ", Enum.GetNames<T>())}.";

    private static IReadOnlyList<LeadField> Join(IReadOnlyCollection<LeadField> fields, QualificationFramework framework) =>
        [.. DemoFields.All, .. fields, .. framework.Fields.Where(field => !fields.Contains(field)), .. MeetingFields.All];
}
