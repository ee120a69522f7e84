using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>How likely a deal is, computed from the elements that a conversation proves; the rule is described in
/// <c>docs/extraction.md</c>.
/// </summary>
internal static class ComputedConfidence
{
    /// <summary>The confidence of a document's values; absent where the framework's own choices have no such word.</summary>
    public static FieldValue Of(LeadValues values, QualificationFramework framework)
    {
        var label = Knows(QualificationRoles.Need) && Knows(QualificationRoles.Buyer) && Knows(QualificationRoles.Process)
            ? OfRoles(values, framework)
            : OfShare(values, framework);
        return framework.Confidence.Choices.Contains(label, StringComparer.Ordinal) ? FieldValue.Of(label) : FieldValue.Absent;

        bool Knows(string role) => QualificationRoles.Of(framework, role).Any();
    }

    /// <summary>The confidence that all conversations of a lead give together: a call in which little is said takes nothing back. What a version before
    /// has stored stands where it says more. Empty where none of them was rated.</summary>
    /// <param name="said">What the conversations told, a later one winning field by field.</param>
    /// <param name="framework">The framework.</param>
    public static string OfAll(LeadValues said, QualificationFramework framework)
    {
        string[] steps = [.. framework.Confidence.Choices];
        return said[framework.Confidence] is not { IsWritable: true, Text: var last } ? ""
            : Of(said, framework).Text is var all && Array.IndexOf(steps, last) is >= 0 and var step && Array.IndexOf(steps, all) > step ? all
            : last;
    }

    private static string OfRoles(LeadValues values, QualificationFramework framework)
    {
        if (!Has(QualificationRoles.Need))
        {
            return DealConfidence.Cold;
        }

        if (!Has(QualificationRoles.Buyer) || !Has(QualificationRoles.Process))
        {
            return DealConfidence.Warm;
        }

        // A framework without a champion has nobody to miss.
        var isBacked = !QualificationRoles.Of(framework, QualificationRoles.Champion).Any() || Has(QualificationRoles.Champion);
        return isBacked && QualificationRoles.Of(framework,
            QualificationRoles.Process).Any(IsDated) ? DealConfidence.SuperHot : DealConfidence.Hot;

        bool Has(string role) => QualificationRoles.Of(framework, role).Any(element => values[framework.FieldOf(element)].IsWritable);

        bool IsDated(QualificationElement element) =>
            values[framework.FieldOf(element)] is { IsWritable: true } value
            && new ReadText(value.Text, LanguageWords.All[0]).Dates.Count > 0;
    }

    // Of an own framework nothing is known but how much of it was heard.
    private static string OfShare(LeadValues values, QualificationFramework framework)
    {
        var share = (double)framework.Elements.Count(element => values[framework.FieldOf(element)].IsWritable) / framework.Elements.Count;
        return share switch
        {
            1 => DealConfidence.Hot,
            >= 0.5 => DealConfidence.Warm,
            _ => DealConfidence.Cold,
        };
    }
}
