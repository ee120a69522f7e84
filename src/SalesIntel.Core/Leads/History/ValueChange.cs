namespace SalesIntel.Leads;

/// <summary>What a conversation changed about one field.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Kind">What it makes of what was known.</param>
/// <param name="Before">What the conversations before it told; <see cref="FieldValue.Absent"/> when nothing.</param>
/// <param name="After">What it tells.</param>
internal sealed record ValueChange(string Field, ValueChangeKind Kind, FieldValue Before, FieldValue After);
