using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What became of the framework's elements from one call to the next: a pure function of what was read from both.</summary>
internal static class ElementChanges
{
    /// <summary>The changes in the order of the elements. What this call does not speak of has not changed; what nothing bears out does not
    /// count.</summary>
    /// <param name="before">What was read from the call before.</param>
    /// <param name="now">What was read from this call.</param>
    /// <param name="framework">The elements.</param>
    public static IReadOnlyList<ElementChange> Between(LeadValues before, LeadValues now, QualificationFramework framework) =>
    [
        .. framework.Elements
            .Select(framework.FieldOf)
            .Select(field => (Field: field, Before: before[field], Now: now[field]))
            .Where(one => one.Now is { IsKnown: true, IsSupported: true })
            .Select(one => (one.Field, Kind: KindOf(one.Before, one.Now), one.Before, one.Now))
            .Where(one => one.Kind is not null)
            .Select(one => new ElementChange(one.Field, one.Kind!.Value, IntelText.Shown(one.Before), IntelText.Shown(one.Now))),
    ];

    private static ElementChangeKind? KindOf(FieldValue before, FieldValue now) => (before, now) switch
    {
        // Hesitation about what nobody knew is in the group of what is unclear.
        ({ IsWritable: false }, { IsWritable: false }) => null,
        ({ IsWritable: false, IsKnown: true, IsSupported: true }, _) => ElementChangeKind.Changed,
        ({ IsWritable: false }, _) => ElementChangeKind.New,
        _ when IsSame(before.Text, now.Text) => ElementChangeKind.Confirmed,
        (_, { IsWritable: false }) => ElementChangeKind.Contradicted,
        _ => ElementChangeKind.Changed,
    };

    // In other case, punctuation and order, or in fewer words.
    private static bool IsSame(string before, string now)
    {
        var (earlier, later) = (Words(before), Words(now));
        return earlier.IsSubsetOf(later) || later.IsSubsetOf(earlier);
    }

    private static HashSet<string> Words(string text) => [.. Word.Split(text).Select(word => word.Text)];
}
