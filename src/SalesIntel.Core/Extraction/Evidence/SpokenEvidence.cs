using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Decides what a meeting proves of what a reader claims, whoever the reader is.</summary>
/// <param name="meeting">The meeting.</param>
/// <param name="team">Who belongs to the sellers.</param>
/// <param name="report">Brings texts into their fields' form and collects issues.</param>
internal sealed class SpokenEvidence(Meeting meeting, TeamOptions team, FieldText report)
{
    private const int MaxQuoteCharacters = 600;

    private readonly QuoteFinder finder = new(meeting.Transcript);
    private readonly MeetingSides sides = new(meeting, team);

    /// <summary>The value of an element with the claims behind it: supported ones, those that contradict each other, and those that nothing
    /// supports, which are for the note alone.</summary>
    /// <param name="element">The element.</param>
    /// <param name="field">The field that holds its value.</param>
    /// <param name="claims">What a reader says, in any order.</param>
    public FieldValue Of(QualificationElement element, LeadField field, IReadOnlyList<SpokenClaim> claims)
    {
        var checkedClaims = claims
            .Select(claim => (claim.Quote, claim.Turn, Text: claim.Text.Length > 0 ? report.Of(field, claim.Text, element.Name) : ""))
            .Where(claim => claim.Quote.Length > 0 || claim.Text.Length > 0)
            .Select(claim => Check(element, claim.Quote, claim.Turn, claim.Text))
            .ToList();
        var supported = checkedClaims.Where(claim => claim.Support == ClaimSupport.Supported).OrderBy(claim => claim.Turn).ToList();
        var text = string.Join('\n', supported.Select(claim => claim.Text).Distinct());
        return new FieldValue
        {
            Text = text,
            Status = text.Length > 0 ? FieldStatus.Found : FieldStatus.Absent,
            Claims = [.. supported.Select(claim => claim.Text == text ? claim with { Text = "" } : claim), .. checkedClaims.Where(claim => claim.Support != ClaimSupport.Supported)],
        };
    }

    private Claim Check(QualificationElement element, string quote, int? turn, string text)
    {
        if (finder.Find(quote, turn) is not { } place || sides.OfSpeaker(place.Speaker) == MeetingSide.Seller)
        {
            report.Report(element.Name, "is not supported by the transcript, unconfirmed");
            return new Claim { Text = text, Quote = quote, Turn = turn, Support = ClaimSupport.Unsupported };
        }

        var found = TextCleaner.Cut(place.Text, MaxQuoteCharacters);
        return new Claim
        {
            Text = text.Length > 0 ? text : found,
            Quote = found,
            Speaker = TextCleaner.Line(place.Speaker),
            Turn = place.Turn,
            At = place.At,
            Support = ClaimSupport.Supported,
        };
    }
}
