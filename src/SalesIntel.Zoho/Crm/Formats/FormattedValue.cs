namespace SalesIntel.Zoho.Crm;

/// <summary>A value in the form that a field takes.</summary>
/// <param name="Value">What to send; JSON null clears the field.</param>
/// <param name="Send">False when it has to be left out.</param>
/// <param name="Reason">Why it was changed or left out; null when it was not.</param>
internal readonly record struct FormattedValue(JsonNode? Value, bool Send, string? Reason)
{
    public static FormattedValue Whole(JsonNode? value) => new(value, true, null);

    public static FormattedValue Changed(JsonNode? value, string reason) => new(value, true, reason);

    public static FormattedValue Dropped(string reason) => new(null, false, reason);
}
