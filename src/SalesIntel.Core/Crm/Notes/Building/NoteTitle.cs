namespace SalesIntel.Crm;

internal static class NoteTitle
{
    /// <summary>E.g. <c>2026-11-19 Demo booked: Product demo</c>.</summary>
    /// <param name="day">The day; may be empty.</param>
    /// <param name="what">What happened.</param>
    /// <param name="name">Its name; may be empty.</param>
    public static string Of(string day, string what, string name) =>
        (day.Length > 0 ? $"{day} {what}" : what) + (name.Length > 0 ? $": {name}" : "");
}
