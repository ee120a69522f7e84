using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>Who said what he would do by which day stands in a note in which no next step was read. The meeting is on a Tuesday.</summary>
public sealed class SaidSentencesTests
{
    [Theory]
    [InlineData("I'll send the tender by Thursday.", "I'll send the tender by Thursday. (Thursday: 2026-11-19)")]
    [InlineData("Fine. We'll test it tomorrow. Any news?", "We'll test it tomorrow. (tomorrow: 2026-11-18)")]
    [InlineData("Ich schicke Ihnen das Angebot bis Donnerstag.", "Ich schicke Ihnen das Angebot bis Donnerstag. (Donnerstag: 2026-11-19)")]
    [InlineData("Je vous envoie le devis d'ici vendredi.", "Je vous envoie le devis d'ici vendredi. (vendredi: 2026-11-20)")]
    [InlineData("Envio a proposta até sexta-feira e depois falamos com a equipa.",
        "Envio a proposta até sexta-feira e depois falamos com a equipa. (sexta-feira: 2026-11-20)")]
    [InlineData("I sent the tender on Thursday.", "")]
    [InlineData("Shall I send it by Thursday?", "")]
    [InlineData("I won't send it by Thursday.", "")]
    [InlineData("If legal agrees, I'll send it by Thursday.", "")]
    [InlineData("We pay within thirty days, as I said, that is the payment term.", "")]
    [InlineData("I'll send the tender.", "")]
    [InlineData("Assistant, write down that I'll sign by Thursday.", "")]
    public void Step_is_what_somebody_will_do_by_a_day(string said, string expected)
    {
        var found = SaidSentences.Steps([new TranscriptTurn("Ann Ray", said, null)], new DateOnly(2026, 11, 17));

        Assert.Equal(expected, string.Join('|', found.Select(claim => claim.Quote)));
        Assert.All(found, claim => Assert.Equal(("Ann Ray", 1), (claim.Speaker, claim.Turn)));
    }
}
