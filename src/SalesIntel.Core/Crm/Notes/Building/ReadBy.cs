using SalesIntel.Leads;

namespace SalesIntel.Crm;

internal static class ReadBy
{
    /// <summary>A heading that says so when rules have read what follows.</summary>
    public static string Heading(string text, ExtractionMethod readBy) =>
        readBy == ExtractionMethod.Rules ? $"{text} (read by rules, not by a model)" : text;
}
