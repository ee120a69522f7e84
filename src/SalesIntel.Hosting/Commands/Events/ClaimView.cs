using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Leads;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>A statement behind a value, as it is printed.</summary>
/// <param name="Quote">The document's own words.</param>
/// <param name="Claim">What is claimed where it is not the value itself.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Turn">The turn of the transcript, from 1.</param>
/// <param name="Question">The question of the form that was answered.</param>
/// <param name="Standing">Whether it stands for the value, and if not, why.</param>
internal sealed record ClaimView(string Quote, string Claim, string Speaker, int? Turn, string Question, string Standing)
{
    public static ClaimView Of(Claim claim) =>
        new(claim.Quote, claim.Text, claim.Speaker, claim.Turn, claim.Question, StandingOf(claim));

    // In the words of the note, where it has any.
    private static string StandingOf(Claim claim) => claim switch
    {
        { Support: ClaimSupport.Unsupported } => "unconfirmed: the document does not bear it out",
        { Superseded: true } => "corrected later",
        { Contradicted: true } => "contradicted",
        { Hedged: true } => "not sure",
        { Corrects.Length: > 0 } => $"{Words.Of(claim.Support)}, a correction",
        _ => Words.Of(claim.Support),
    };

    /// <summary>One line for people.</summary>
    public string Line()
    {
        string[] where =
        [
            Speaker, Turn is { } turn ? string.Create(CultureInfo.InvariantCulture, $"turn {turn}") : "",
            Question.Length > 0 ? $"answer to \"{Question}\"" : "",
        ];
        var said = Quote.Length > 0 ? $"\"{Quote}\"" : Claim;
        var place = string.Join(", ", where.Where(text => text.Length > 0));
        return $"{said}{(place.Length > 0 ? $" ({place})" : "")}: {Standing}";
    }
}
