using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What was said, word for word, with who said it and when.</summary>
/// <param name="start">The start of the recording, from which times count; null when it is not known: then no time is shown.</param>
internal sealed class ClaimText(DateTimeOffset? start)
{
    private const int LongestQuote = 400;

    /// <summary>True when the claim has words of the document.</summary>
    public static bool IsQuoted(Claim claim) => claim is { Quote.Length: > 0, Support: not ClaimSupport.Unsupported };

    /// <summary>E.g. <c>"It takes us nine days." – Ada Quill, 08:55</c>.</summary>
    public string Of(Claim claim)
    {
        var speaker = NoteText.Short(claim.Speaker, TextCleaner.LongestLine / 10);
        return $"\"{NoteText.Short(claim.Quote, LongestQuote)}\"" + (speaker.Length > 0 ? $" – {speaker}" : "") + Time(claim) + Remark(claim);
    }

    // Minutes and seconds into the recording, as recorders show it; no recorder that is known documents a link to a moment.
    private string Time(Claim claim) => claim.At - start is { Ticks: >= 0 } into
        ? FormattableString.Invariant($", {(long)into.TotalMinutes:00}:{into.Seconds:00}")
        : "";

    private static string Remark(Claim claim) => claim switch
    {
        { Support: ClaimSupport.Unchecked } => " [not checked]",
        { Superseded: true } => " [corrected later]",
        { Contradicted: true } => " [contradicted]",
        { Hedged: true } => " [not sure]",
        { Corrects.Length: > 0 } => " [a correction]",
        _ => "",
    };
}
