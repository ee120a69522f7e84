using System.Collections;

namespace SalesIntel.Leads;

/// <summary>Values of a lead by field: <c>values[LeadFields.PainPoints].Text</c>. Immutable; a field without a value is
/// <see cref="FieldValue.Absent"/>.</summary>
[JsonConverter(typeof(LeadValuesConverter))]
public sealed class LeadValues : IReadOnlyCollection<KeyValuePair<string, FieldValue>>, IEquatable<LeadValues>
{
    // Never changed. A frozen one takes longer to make than all look-ups in it.
    private readonly Dictionary<string, FieldValue> values;

    private LeadValues(Dictionary<string, FieldValue> values) => this.values = values;

    /// <summary>No values.</summary>
    public static LeadValues Empty { get; } = new(new Dictionary<string, FieldValue>(StringComparer.Ordinal));

    /// <summary>How many fields have a value.</summary>
    public int Count => values.Count;

    /// <summary>The value of a field.</summary>
    public FieldValue this[LeadField field]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(field);
            return this[field.Name];
        }
    }

    /// <summary>The value of a field by its name.</summary>
    public FieldValue this[string name] => values.GetValueOrDefault(name, FieldValue.Absent);

    /// <summary>Makes values; of a name that occurs twice the last one counts.</summary>
    public static LeadValues Of(IEnumerable<KeyValuePair<string, FieldValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var byName = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value.IsKnown || value.Status != FieldStatus.Absent || value.Claims.Count > 0)
            {
                byName[name] = value;
            }
            else
            {
                byName.Remove(name);
            }
        }

        return byName.Count == 0 ? Empty : new LeadValues(byName);
    }

    /// <summary>The same values with one of them replaced.</summary>
    public LeadValues With(LeadField field, FieldValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return Of(values.Append(KeyValuePair.Create(field.Name, value)));
    }

    /// <summary>Joins with the values of a later document, field by field: the later one wins; nothing known erases nothing, and what is
    /// not supported or ambiguous does not replace what is.</summary>
    public LeadValues Merge(LeadValues later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return later.Count == 0 ? this : Count == 0 ? later : Of(values.Concat(later.values.Where(value => Wins(this[value.Key], value.Value))));
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() =>
        values.OrderBy(value => value.Key, StringComparer.Ordinal).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(LeadValues? other) => other is not null && Count == other.Count
        && values.All(value => other.values.TryGetValue(value.Key, out var theirs) && value.Value.Equals(theirs));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LeadValues);

    /// <inheritdoc/>
    public override int GetHashCode() => values.Aggregate(0, (hash, value) => hash ^ HashCode.Combine(value.Key, value.Value));

    private static bool Wins(FieldValue earlier, FieldValue later) => later.IsKnown && (later.IsWritable || !earlier.IsWritable);
}
