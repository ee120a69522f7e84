using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a later statement of the customer's people makes of an earlier one: it takes its place, contradicts it, or stands beside
/// it.</summary>
public class RelatedStatementTests
{
    private static readonly QualificationFramework Meddic = QualificationFrameworks.Meddic;

    [Theory]
    [InlineData("metrics", "We check two hundred labels a day.", "No, it's five hundred labels a day.")]
    [InlineData("metrics", "We check two hundred labels a day.", "Five hundred labels a day, I counted them.")]
    [InlineData("metrics", "Wir prüfen zweihundert Etiketten am Tag.", "Nein, es sind fünfhundert Etiketten am Tag.")]
    [InlineData("metrics", "Nous vérifions deux cents étiquettes par jour.", "Non, c'est cinq cents étiquettes par jour.")]
    [InlineData("metrics", "Revisamos doscientas etiquetas al día.", "No, son quinientas etiquetas al día.")]
    [InlineData("metrics", "Verificamos duzentas etiquetas por dia.", "Não, são quinhentas etiquetas por dia.")]
    [InlineData("decision_process", "We decide by the fifth of March.", "No, it's the twelfth of April, the meeting was postponed.")]
    [InlineData("competition", "We're looking at Paperweave next to you.", "Not any more, we look at Inkmoor now.")]
    [InlineData("identified_pain", "The worst is the printing.", "No, that's solved, the worst is the chasing of approvals.")]
    public void What_a_colleague_answers_with_another_value_takes_the_place_of_the_first(string element, string first, string answer)
    {
        var value = Of(element, Soon, first, answer);
        Assert.Equal((FieldStatus.Found, answer.TrimEnd('.')), (value.Status, value.Text.TrimEnd('.')));
        Assert.Equal([true, false], value.Claims.Select(claim => claim.Superseded));
        Assert.Equal(value.Claims[0].Quote, value.Claims[1].Corrects);
    }

    [Theory]
    [InlineData("decision_criteria", "It has to run on our own servers.", "I have to correct what I said, it must be in the cloud.")]
    [InlineData("decision_criteria", "Es muss auf unseren Servern laufen.", "Ich muss mich korrigieren, es muss in der Cloud laufen.")]
    [InlineData("decision_criteria", "Il faut que ce soit sur nos serveurs.", "Je dois corriger cela, il le faut dans le cloud.")]
    [InlineData("decision_criteria", "Tiene que estar en nuestros servidores.", "Tengo que corregir eso, tiene que estar en la nube.")]
    [InlineData("decision_criteria", "Tem de ficar nos nossos servidores.", "Tenho de corrigir o que eu disse, tem de ficar na nuvem.")]
    [InlineData("metrics", "We do 158 orders a month.", "I gave you the wrong number earlier, it's 354 orders a month.")]
    public void Who_goes_back_to_what_was_said_before_corrects_it_however_late(string element, string first, string later)
    {
        var value = Of(element, Late, first, later);
        Assert.Equal(FieldStatus.Found, value.Status);
        Assert.Equal([true, false], value.Claims.Select(claim => claim.Superseded));
    }

    [Theory]
    [InlineData("identified_pain", "The approvals are a constant headache.", "The approvals run smoothly in our house.")]
    [InlineData("identified_pain", "Die Freigaben sind ein ständiges Ärgernis.", "Die Freigaben laufen bei uns reibungslos.")]
    [InlineData("identified_pain", "Les validations sont un vrai cauchemar.", "Les validations se passent sans problème chez nous.")]
    [InlineData("identified_pain", "Las aprobaciones son una pesadilla.", "Las aprobaciones funcionan sin problemas aquí.")]
    [InlineData("identified_pain", "As aprovações são um pesadelo.", "As aprovações correm sem problemas por aqui.")]
    [InlineData("champion", "Marta Lind is really pushing for this.", "Marta isn't behind this at all.")]
    [InlineData("competition", "We're not looking at anybody else.", "We have an offer from Inkmoor on the table.")]
    [InlineData("competition", "Somebody told me that Inkmoor is in the race.", "As far as I know Inkmoor is out, we told them.")]
    [InlineData("decision_process", "We sign by the end of March.", "Nothing gets signed before the summer.")]
    [InlineData("metrics", "A proof takes us ten days to approve.", "To approve a proof takes thirty days.")]
    [InlineData("metrics", "A proof takes us two days to approve.", "To approve a proof takes three weeks.")]
    [InlineData("metrics", "Our churn is four percent.", "Well, I see eleven percent churn in the books.")]
    [InlineData("economic_buyer", "The treasurer signs the contracts.", "Contracts are signed by the mayor.")]
    [InlineData("economic_buyer", "Der Inhaber gibt das Budget frei.", "Das Budget gibt bei uns der Werksleiter frei.")]
    [InlineData("economic_buyer", "C'est le gérant qui signe le contrat.", "Le contrat, c'est le directeur financier qui le signe.")]
    [InlineData("economic_buyer", "El dueño firma el contrato.", "El contrato lo firma el director financiero.")]
    [InlineData("economic_buyer", "Quem assina o contrato é o dono da empresa.", "O contrato quem assina é o diretor financeiro da empresa.")]
    [InlineData("decision_criteria", "An audit trail is a must.", "An audit trail is nice to have, no more.")]
    [InlineData("decision_criteria", "Die Historie ist Pflicht.", "Die Historie ist für uns nebensächlich.")]
    [InlineData("identified_pain", "The reprints are always late.", "The reprints are on time, every one of them.")]
    [InlineData("champion", "Marta Lind is the one pushing this.", "The one pushing this is Tom Ruiz, nobody else.")]
    [InlineData("competition", "The only rival is Inkmoor.", "It's between you and Paperweave.")]
    public void What_cannot_both_hold_and_nobody_corrects_is_unclear(string element, string first, string later)
    {
        var value = Of(element, Late, first, later);
        Assert.Equal((FieldStatus.Ambiguous, false), (value.Status, value.IsWritable));
        Assert.Equal(2, value.Claims.Count);
    }

    [Theory]
    [InlineData("competition", "We have an offer from Paperweave on the table.", "Inkmoor made us an offer in the spring.")]
    [InlineData("metrics", "We check two hundred labels a day.", "A reprint costs us nine thousand dollars.")]
    [InlineData("economic_buyer", "Marta Lind signs the contract.", "Yes, Marta signs contracts like that.")]
    [InlineData("economic_buyer", "Our CFO signs the contracts.", "The finance director signs all contracts.")]
    [InlineData("economic_buyer", "Our treasurer signs the contracts.", "Contracts are signed by Marta Lind.")]
    [InlineData("metrics", "A proof takes us fourteen days to approve.", "To approve a proof takes two weeks.")]
    [InlineData("champion", "Marta Lind is pushing this.", "Tom Ruiz is also pushing this.")]
    [InlineData("decision_process", "Legal reviews the contract for two weeks.", "The board meets on the fifth of March.")]
    [InlineData("decision_process", "The board meets on the fourteenth of January.", "Two weeks of pilot from the thirtieth of November.")]
    [InlineData("identified_pain", "We lose files all the time.", "Approvals get stuck, nobody sees where.")]
    [InlineData("decision_criteria", "Single sign-on is a must.", "No tool without an audit trail gets past our security.")]
    public void What_can_both_hold_stands_both(string element, string first, string later)
    {
        foreach (var turns in (int[])[Soon, Late])
        {
            var value = Of(element, turns, first, later);
            Assert.Equal(FieldStatus.Found, value.Status);
            Assert.All(value.Claims, claim => Assert.True(claim.IsStanding, claim.Quote));
        }
    }

    [Theory]
    [InlineData("decision_criteria", "It has to run on our own servers.", "It has to talk to our ERP.")]
    [InlineData("decision_criteria", "We need single sign-on.", "We need an audit trail.")]
    [InlineData("decision_criteria", "It has to work offline.", "It has to be in Dutch.")]
    [InlineData("decision_criteria", "It has to run on our own servers.", "It also has to talk to our ERP.")]
    [InlineData("metrics", "We print four hundred labels a day.", "Each reprint costs thirty euros.")]
    [InlineData("identified_pain", "We lose files all the time.", "Approvals get stuck, nobody sees where.")]
    [InlineData("decision_process", "Legal reviews the contract.", "Then it goes to the works council.")]
    [InlineData("competition", "We have an offer from Paperweave on the table.", "Inkmoor made us an offer in the spring.")]
    [InlineData("champion", "Marta Lind is pushing this.", "I will help her with the business case.")]
    public void Who_says_one_thing_after_another_means_both(string element, string first, string later)
    {
        foreach (var turns in (int[])[1, 3])
        {
            var value = Of(element, turns, [first, later], [.. new[] { first, later }.Select(quote => new SpokenClaim(element, quote, null, ""))], "Ann Ray");
            Assert.All(value.Claims, claim => Assert.True(claim.IsStanding, claim.Quote));
            Assert.Equal(2, value.Claims.Count);
        }
    }

    [Fact]
    public void What_is_said_behind_no_in_one_turn_turns_down_the_question_and_not_each_other()
    {
        const string First = "No, Marta Lind decides that.";
        const string Second = "Every contract is signed by her alone.";
        var value = Of("decision_process", Late, "Good morning.", $"{First} {Second}", [First, Second]);
        Assert.All(value.Claims, claim => Assert.True(claim.IsStanding, claim.Quote));
        Assert.Equal(2, value.Claims.Count);
    }

    [Fact]
    public void Who_corrects_himself_in_one_turn_is_taken_at_the_last_word()
    {
        const string First = "We use twelve hundred seats today.";
        const string Second = "No, wait, I counted twice, it's nine hundred seats.";
        foreach (var claims in (string[][])[[First, Second], [Second, First]])
        {
            var value = Of("metrics", Late, "Good morning.", $"{First} {Second}", claims);
            Assert.Equal([(First, true), (Second, false)], value.Claims.Select(claim => ($"{claim.Quote.TrimEnd('.')}.", claim.Superseded)));
        }
    }

    [Theory]
    [InlineData("Our error rate is two percent.", "I'd put the error rate at eight percent.", FieldStatus.Ambiguous, 2)]
    [InlineData("Our error rate is two percent.", "The house has eight floors.", FieldStatus.Found, 1)]
    [InlineData("Our error rate is two percent.", "The error rate is two percent here, too.", FieldStatus.Found, 1)]
    public void What_is_hardly_about_an_element_counts_only_where_it_contradicts_what_is(
        string first, string later, FieldStatus status, int claims)
    {
        var value = Of("metrics", Late, first, later, [new SpokenClaim("metrics", first, null, ""), Aside(later)]);
        Assert.Equal((status, claims), (value.Status, value.Claims.Count));
        Assert.Equal(FieldStatus.Absent, Of("metrics", Late, first, later, [Aside(later)]).Status);
    }

    [Fact]
    public void What_is_hardly_about_an_element_corrects_as_the_answer_of_a_colleague()
    {
        const string First = "We check two hundred labels a day.";
        const string Later = "No, five hundred labels a day.";
        var value = Of("metrics", Soon, First, Later, [new SpokenClaim("metrics", First, null, ""), Aside(Later)]);
        Assert.Equal((FieldStatus.Found, Later.TrimEnd('.')), (value.Status, value.Text.TrimEnd('.')));
        Assert.Equal([true, false], value.Claims.Select(claim => claim.Superseded));
    }

    private const int Soon = 0;
    private const int Late = 6;

    private static FieldValue Of(string name, int between, string first, string later) => Of(name, between, first, later, [first, later]);

    private static SpokenClaim Aside(string quote) => new("metrics", quote, null, "") { IsAside = true };

    private static FieldValue Of(string name, int between, string first, string later, string[] quotes) =>
        Of(name, between, first, later, [.. quotes.Select(quote => new SpokenClaim(name, quote, null, ""))]);

    private static FieldValue Of(string name, int between, string first, string later, SpokenClaim[] claims) =>
        Of(name, between, [first, later], claims, "Kim Lo");

    private static FieldValue Of(string name, int between, string[] said, SpokenClaim[] claims, string second)
    {
        var element = Meddic.Elements.Single(one => one.Name == name);
        string[] speakers = ["Ann Ray", "Kim Lo"];
        var talk = Enumerable.Range(0, between).Select(i => new TranscriptTurn("Rep One", $"Good to know, here is part {i}.", null));
        var meeting = new Meeting
        {
            SessionId = "1",
            Attendees =
            [
                new MeetingAttendee("Rep One", "rep@seller.example"), .. speakers.Select(person =>
                    new MeetingAttendee(person, $"{person[..3].Trim()}@quill.example")),
            ],
            Transcript =
            [
                new TranscriptTurn("Rep One", "Tell me about it.", null),
                new TranscriptTurn(speakers[0], said[0], null),
                .. talk,
                new TranscriptTurn(second, said[1], null),
            ],
        };
        return new SpokenEvidence(meeting, new TeamOptions { InternalDomains = ["seller.example"] }, new FieldText(new ExtractionOptions()))
            .Of(element, Meddic.FieldOf(element), claims);
    }
}
