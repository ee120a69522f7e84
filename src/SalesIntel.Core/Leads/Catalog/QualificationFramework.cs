namespace SalesIntel.Leads;

/// <summary>A way to qualify a deal: the elements that a meeting is read for. <c>QUALIFICATION</c> chooses one; a list of your own works like
/// the ones in <see cref="QualificationFrameworks"/>.</summary>
public sealed class QualificationFramework
{
    private readonly IReadOnlyDictionary<string, LeadField> fields;

    /// <summary>Declares a framework.</summary>
    /// <param name="name">Its name in configuration, with the rules of <see cref="LeadField.Name"/>, e.g. <c>meddic</c>.</param>
    /// <param name="label">What people call it, e.g. <c>MEDDIC</c>.</param>
    /// <param name="elements">Its elements in the order in which they are asked for and shown.</param>
    /// <param name="confidence">The field for how likely the deal is; null = a field of its own, <c>{name}_confidence</c>.</param>
    /// <exception cref="ArgumentException">The name has another form, there is no element, or one occurs twice.</exception>
    public QualificationFramework(string name, string label, IReadOnlyList<QualificationElement> elements, LeadField? confidence = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentNullException.ThrowIfNull(elements);
        Name = new LeadField(name).Name;
        Label = label;
        if (elements.Count == 0)
        {
            throw new ArgumentException($"The framework '{name}' has no elements: add at least one QualificationElement.", nameof(elements));
        }

        if (elements.Contains(null!))
        {
            throw new ArgumentException($"The framework '{name}' holds null in place of an element.", nameof(elements));
        }

        if (elements.GroupBy(element => element.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The framework '{name}' has the element '{twice.Key}' twice.", nameof(elements));
        }

        Elements = [.. elements];
        fields = elements.ToDictionary(element => element.Name, element => element.Field ?? OwnField(element), StringComparer.Ordinal);
        Confidence = confidence ?? new LeadField($"{name}_confidence")
        {
            Label = $"{label} confidence",
            Kind = FieldKind.Choice,
            Choices = DealConfidence.All,
            From = DocumentKind.Conversation,
            Evidence = EvidenceRule.Computed,
            InNote = false,
        };
    }

    /// <summary>The framework's name in configuration.</summary>
    public string Name { get; }

    /// <summary>What people call it.</summary>
    public string Label { get; }

    /// <summary>The elements in order.</summary>
    public IReadOnlyList<QualificationElement> Elements { get; }

    /// <summary>The field for how likely the deal is, one of <see cref="DealConfidence.All"/>. It is computed from what was proven; no model
    /// is asked.</summary>
    public LeadField Confidence { get; }

    /// <summary>The fields of the elements in order, then the confidence.</summary>
    public IReadOnlyList<LeadField> Fields => [.. Elements.Select(FieldOf), Confidence];

    /// <summary>The field that holds an element's value.</summary>
    /// <exception cref="KeyNotFoundException">The element belongs to another framework.</exception>
    public LeadField FieldOf(QualificationElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return fields[element.Name];
    }

    private LeadField OwnField(QualificationElement element) => new($"{Name}_{element.Name}")
    {
        Label = element.Label,
        Ask = element.Ask,
        From = DocumentKind.Conversation,
        InNote = false,
    };
}
