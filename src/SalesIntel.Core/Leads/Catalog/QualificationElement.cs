namespace SalesIntel.Leads;

/// <summary>One element of a qualification framework, e.g. the economic buyer.</summary>
public sealed class QualificationElement
{
    private readonly string? label;

    /// <summary>Declares an element.</summary>
    /// <param name="name">Its name within the framework, with the rules of <see cref="LeadField.Name"/>; the key in the model's
    /// completion.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public QualificationElement(string name) => Name = new LeadField(name).Name;

    /// <summary>The element's name within its framework.</summary>
    public string Name { get; }

    /// <summary>What people call it.</summary>
    /// <value>Default: the name with spaces and a capital letter.</value>
    public string Label
    {
        get => label ?? new LeadField(Name).Label;
        init => label = value;
    }

    /// <summary>What a model is to look for.</summary>
    public required string Ask { get; init; }

    /// <summary>What to ask while nothing is known.</summary>
    public string Question { get; init; } = "";

    /// <summary>Whose statement counts.</summary>
    public StatementSide Counts { get; init; } = StatementSide.Buyer;

    /// <summary>True when the value is one person: two statements that name different ones contradict each other.</summary>
    public bool IsPerson { get; init; }

    /// <summary>The field that holds the value.</summary>
    /// <value>Default: a field of its own, <c>{framework}_{element}</c>.</value>
    public LeadField? Field { get; init; }
}
