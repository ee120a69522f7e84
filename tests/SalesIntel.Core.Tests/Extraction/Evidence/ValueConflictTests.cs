using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Statements of one call of which a later one has another value: put right by the speaker, or in contradiction.</summary>
public class ValueConflictTests
{
    private static readonly QualificationFramework Meddic = QualificationFrameworks.Meddic;

    [Theory]
    [InlineData("metrics", "A recall costs us ten thousand dollars.", "No wait, it's twelve thousand dollars.")]
    [InlineData("metrics", "A recall costs us ten thousand dollars.", "Sorry, a recall costs twelve thousand dollars.")]
    [InlineData("metrics", "Ein Rückruf kostet uns zehntausend Euro.", "Nein, warte, es sind zwölftausend Euro.")]
    [InlineData("metrics", "Un rappel nous coûte dix mille euros.", "Non, attendez, c'est douze mille euros.")]
    [InlineData("metrics", "Una retirada nos cuesta diez mil euros.", "No, espera, son doce mil euros.")]
    [InlineData("metrics", "Um recall nos custa dez mil euros.", "Não, espera, são doze mil euros.")]
    [InlineData("decision_process", "The board signs it in March.", "Scratch that, the board signs in April.")]
    [InlineData("decision_process", "Der Vorstand unterschreibt im März.", "Streichen Sie das, der Vorstand unterschreibt im April.")]
    [InlineData("decision_process", "Le conseil signe en mars.", "Je me reprends, le conseil signe en avril.")]
    [InlineData("decision_process", "El consejo firma en marzo.", "Me corrijo, el consejo firma en abril.")]
    [InlineData("decision_process", "O conselho assina em março.", "Na verdade, o conselho assina em abril.")]
    [InlineData("economic_buyer", "Tom Ruiz signs the contracts.", "Actually, Marta Lind signs the contracts.")]
    public void Later_value_that_puts_an_earlier_one_right_wins_and_names_it(string element, string one, string other)
    {
        var value = Of(element, one, other);
        Assert.Equal((FieldStatus.Found, other.TrimEnd('.')), (value.Status, value.Text));
        Assert.Equal([true, false], value.Claims.Select(claim => claim.Superseded));
        Assert.Equal(value.Claims[0].Quote, value.Claims[1].Corrects);
    }

    [Theory]
    [InlineData("metrics", "The budget is forty thousand dollars.", "We have a budget of sixty thousand dollars.")]
    [InlineData("decision_process", "We sign in March, after the review.", "We sign in May, after the review.")]
    [InlineData("decision_process", "The review is on Tuesday.", "The review is on Thursday.")]
    [InlineData("decision_process", "Die Prüfung ist im zweiten Quartal.", "Die Prüfung ist im dritten Quartal.")]
    public void Values_of_the_same_thing_that_differ_are_unclear(string element, string one, string other)
    {
        var value = Of(element, one, other);
        Assert.Equal((FieldStatus.Ambiguous, false), (value.Status, value.IsWritable));
        Assert.All(value.Claims, claim => Assert.True(claim.Contradicted));
    }

    [Theory]
    [InlineData("metrics", "A recall costs us ten thousand dollars.", "Actually, we had four recalls in spring.")]
    [InlineData("decision_process", "Legal reads it in March.", "The board signs in April.")]
    [InlineData("metrics", "Today an order takes nine days.", "Our goal is that an order takes four days.")]
    public void Values_of_other_things_stand_both(string element, string one, string other) =>
        Assert.Equal(2, Of(element, one, other).Text.Split('\n').Length);

    [Theory]
    [InlineData("We will have the results by next Tuesday.", "Results by next Thursday")]
    [InlineData("We will have the results by next Tuesday.", "Results by last Tuesday")]
    [InlineData("We sign at the end of the first quarter.", "Signature at the end of Q2")]
    [InlineData("We sign at the end of the first quarter.", "Signature at the start of Q1")]
    [InlineData("The old tool is switched off in summer.", "Old tool switched off in winter")]
    [InlineData("I bring it to the board tomorrow.", "Brought to the board yesterday")]
    [InlineData("Wir unterschreiben im zweiten Quartal.", "Unterschrift im dritten Quartal")]
    [InlineData("Les résultats arrivent vendredi prochain.", "Résultats lundi prochain")]
    [InlineData("El consejo lo ve antes de mayo.", "El consejo lo ve después de mayo")]
    [InlineData("A direção decide até sexta.", "Decisão da direção até quarta")]
    public void Another_time_than_the_one_that_was_said_is_not_written(string said, string claim)
    {
        var value = Of("decision_process", [(said, claim)], said);
        Assert.False(value.Text.StartsWith(claim, StringComparison.Ordinal), value.Text);
    }

    [Theory]
    [InlineData("We will have the results of the pilot by next Tuesday.", "Results of the pilot by next Tuesday")]
    [InlineData("Der Vorstand unterschreibt im zweiten Quartal.", "Unterschrift des Vorstands im 2. Quartal")]
    public void Time_in_another_form_is_written(string said, string claim) =>
        Assert.StartsWith(claim, Of("decision_process", [(said, claim)], said).Text, StringComparison.Ordinal);

    private static FieldValue Of(string name, params string[] said) => Of(name, [.. said.Select(one => (one, ""))], said);

    private static FieldValue Of(string name, (string Quote, string Text)[] claims, params string[] said)
    {
        var element = Meddic.Elements.Single(one => one.Name == name);
        var start = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var meeting = new Meeting
        {
            SessionId = "1",
            Start = start,
            Attendees = [new MeetingAttendee("Rep One", "rep@seller.example"), new MeetingAttendee("Ann Ray", "ann@quill.example")],
            Transcript =
            [
                .. said.SelectMany((text, i) => new[]
                {
                    new TranscriptTurn("Rep One", "...", start.AddSeconds(20 * i)),
                    new TranscriptTurn("Ann Ray", text, start.AddSeconds((20 * i) + 10)),
                }),
            ],
        };
        return new SpokenEvidence(meeting, new TeamOptions { InternalDomains = ["seller.example"] }, new FieldText(new ExtractionOptions()))
            .Of(element, Meddic.FieldOf(element), [.. claims.Select(claim => new SpokenClaim(name, claim.Quote, null, claim.Text))]);
    }
}
