using SalesIntel.Leads;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>A value that was read from an event's document, as it is printed: with the words that it rests on, or why it stands in no field.</summary>
/// <param name="Field">Its label.</param>
/// <param name="Value">The value; empty when there are claims alone.</param>
/// <param name="Standing">Whether it may stand in a field of the CRM, and if not, why.</param>
/// <param name="InferredFrom">What it was inferred from; empty when it was stated.</param>
/// <param name="Claims">The statements behind it.</param>
internal sealed record ValueView(string Field, string Value, string Standing, string InferredFrom, IReadOnlyList<ClaimView> Claims)
{
    private const string Found = "found";

    public static ValueView Of(string label, FieldValue value) => new(
        label,
        value.Text,
        value.IsWritable ? Found
            : value.IsSupported && value.Status == FieldStatus.Ambiguous ? "unclear, in no field"
            : "unconfirmed, in no field",
        value.InferredFrom,
        [.. value.Claims.Select(ClaimView.Of)]);

    /// <summary>Lines for people.</summary>
    public string Lines()
    {
        var remark = InferredFrom.Length > 0 ? $" (inferred from {InferredFrom})" : Standing == Found ? "" : $" [{Standing}]";
        return string.Join('\n', Claims.Select(claim => $"  {claim.Line()}").Prepend((Value.ReplaceLineEndings("; ") + remark).TrimStart()));
    }
}
