using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Looks a model's quotes up in the transcript, without asking the model.</summary>
internal sealed class SpokenEvidence(IReadOnlyList<TranscriptTurn> turns, FieldText report)
{
    private const int MaxQuoteCharacters = 600;

    private readonly QuoteFinder finder = new(turns);

    /// <summary>The value of an element with its claim: quote, speaker, turn and time from where the quote is; an issue when it is nowhere.
    /// </summary>
    /// <param name="name">The element.</param>
    /// <param name="text">What was read.</param>
    /// <param name="quote">The words that are said to support it.</param>
    /// <param name="turn">The number of the turn that is said to hold them, from 1.</param>
    public FieldValue Of(string name, string text, string quote, int? turn) => text.Length == 0
        ? FieldValue.Absent
        : FieldValue.Of(text) with { Claims = [Claim(name, quote, turn)] };

    private Claim Claim(string name, string quote, int? turn)
    {
        if (turns.Count == 0)
        {
            return new Claim();
        }

        if (finder.Find(quote, turn) is { } place)
        {
            return new Claim
            {
                Quote = TextCleaner.Cut(place.Text, MaxQuoteCharacters),
                Speaker = TextCleaner.Line(place.Speaker),
                Turn = place.Turn,
                At = place.At,
                Support = ClaimSupport.Supported,
            };
        }

        report.Report(name, quote.Length == 0 ? "has no quote, unconfirmed" : "its quote is not in the transcript, unconfirmed");
        return new Claim { Quote = quote, Turn = turn, Support = ClaimSupport.Unsupported };
    }
}
