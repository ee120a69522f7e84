namespace SalesIntel.Extraction;

/// <summary>A date as a text names it, in parts.</summary>
/// <param name="Day">Day of the month; null when not named.</param>
/// <param name="Month">1 to 12; null when not named.</param>
/// <param name="Year">The year; null when not named.</param>
/// <param name="Weekday">1 for Monday to 7; null when not named.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
internal sealed record DateMention(int? Day, int? Month, int? Year, int? Weekday, int First, int Last);
