namespace SalesIntel.Extraction;

/// <summary>Which two statements about one element can't both hold.</summary>
public sealed class ContradictionTests
{
    [Theory]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", "Ann: Tom Ruiz has the last word.", true)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", "Ann: Marta has the last word.", false)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", "Ann: Tom Ruiz has the last word too.", false)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract too.", "Ann: Tom Ruiz has the last word.", true)]
    [InlineData("economic_buyer", "Ann: Up to ten thousand Marta Lind decides.", "Ann: Tom Ruiz has the last word.", false)]
    [InlineData("economic_buyer", "Ann: Tom Ruiz has the last word.", "Ann: Up to ten thousand Marta Lind decides.", false)]
    [InlineData("identified_pain", "Ann: Marta Lind hates the printing.", "Ann: Tom Ruiz waits for proofs.", false)]
    public void Two_persons_cannot_be_the_one(string element, string first, string later, bool contradict) =>
        Assert.Equal(contradict, Contradict(element, first, later));

    [Theory]
    [InlineData("competition", "Ann: We look at nobody else but you.", "Ann: We have an offer from Inkmoor.", true)]
    [InlineData("competition", "Ann: Well, then Inkmoor made us an offer.", "Ann: We look at nobody else but you.", true)]
    [InlineData("competition", "Ann: We look at nobody else but you.", "Ann: The clerks compare everything by hand.", false)]
    [InlineData("competition", "Ann: Inkmoor is the only one we compare.", "Ann: Well, then Inkmoor made us an offer.", false)]
    [InlineData("competition", "Ann: We look at Paperweave for that.", "Ann: Well, then Inkmoor made us an offer.", false)]
    [InlineData("identified_pain", "Ann: We look at nobody else but you.", "Ann: Well, then Inkmoor made us an offer.", false)]
    public void Nobody_else_leaves_no_room_for_another_name(string element, string first, string later, bool contradict) =>
        Assert.Equal(contradict, Contradict(element, first, later));

    [Theory]
    [InlineData("decision_criteria", "Ann: Single sign-on is required for us.", "Ann: Single sign-on is not required for us.", true)]
    [InlineData("decision_criteria", "Ann: Single sign-on is not required for us.", "Ann: Single sign-on is required for us.", true)]
    [InlineData("decision_criteria", "Ann: Single sign-on is required for us.", "Ann: Single sign-on is required for printers.", false)]
    [InlineData("decision_criteria", "Ann: Single sign-on is required for us.", "Ann: An audit trail is not optional here.", false)]
    [InlineData("decision_criteria", "Ann: Single sign-on with audit trails and encryption is required.",
        "Ann: Not required is whatever vendors, printers, designers or accountants invent.", false)]
    [InlineData("decision_criteria", "Ann: Nobody else requires single sign-on here.", "Ann: Clerks require single sign-on here.", false)]
    [InlineData("decision_criteria", "Ann: Single sign-on is required here.",
        "Ann: Single sign-on is required here, but audits are not required.", false)]
    public void Negation_of_the_same_words_contradicts_them(string element, string first, string later, bool contradict) =>
        Assert.Equal(contradict, Contradict(element, first, later));

    [Theory]
    [InlineData("identified_pain", "Ann: The approvals are a constant headache.", "Ann: The approvals run smoothly in our house.", true)]
    [InlineData("identified_pain", "Ann: The approvals run smoothly in our house.", "Ann: The approvals are a constant headache.", true)]
    [InlineData("identified_pain", "Ann: The approvals run smoothly in our house.", "Ann: The approvals are fine for our clerks.", false)]
    [InlineData("identified_pain", "Ann: It is not smooth, the approvals take weeks.", "Ann: The approvals are a constant headache.", false)]
    [InlineData("identified_pain", "Ann: There are no complaints about approvals.", "Ann: The approvals are a constant headache.", true)]
    [InlineData("identified_pain", "Ann: The printers run smoothly in our house.", "Ann: The approvals are a constant headache.", false)]
    public void What_is_settled_hurts_no_more(string element, string first, string later, bool contradict) =>
        Assert.Equal(contradict, Contradict(element, first, later));

    [Theory]
    [InlineData("metrics", "Ann: A proof takes nineteen days to approve.", "Ann: A proof takes twelve days to approve.", true)]
    [InlineData("metrics", "Ann: A proof takes nineteen days to approve.", "Ann: A proof takes nineteen days in spring.", false)]
    [InlineData("metrics", "Ann: A proof takes nineteen days to approve.", "Ann: Our goal is a proof in twelve days.", false)]
    [InlineData("metrics", "Ann: A proof takes nineteen days to approve.", "Ann: A proof costs twelve dollars each time.", false)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", "Ann: A recall is twelve thousand dollars.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", "Ann: A reprint costs twelve thousand dollars.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", "Ann: The auditors charge twelve thousand dollars.", false)]
    [InlineData("decision_process", "Ann: The review is on Tuesday morning.", "Ann: The review is on Thursday morning.", true)]
    [InlineData("decision_process", "Ann: The legal review is on Tuesday.", "Ann: The printers get their review on Thursday.", false)]
    [InlineData("decision_process", "Ann: Legal reviews are on Tuesday then.", "Ann: Legal reviews are on Thursday then.", true)]
    [InlineData("decision_process", "Ann: The review is done on Tuesday.", "Ann: Our auditors, printers, clerks and designers review on Thursday.", true)]
    [InlineData("metrics", "Ann: It was forty thousand dollars.", "Ann: It was fifty thousand dollars.", false)]
    public void Other_value_contradicts_where_most_of_the_words_are_shared(string element, string first, string later, bool contradict) =>
        Assert.Equal(contradict, Contradict(element, first, later));

    [Fact]
    public void What_the_seller_says_and_what_was_said_twice_contradict_nothing()
    {
        var element = Spoken.Element("decision_process");
        var said = Spoken.Statements(
            element, "Ann: The review is on Tuesday morning.", "Rep: The review is on Thursday morning.", "Kim: The review is on Tuesday morning.");

        Assert.False(StatementConflicts.Contradict(said[0], said[1], element));
        Assert.False(StatementConflicts.Contradict(said[0], said[2], element));
        Assert.True(StatementConflicts.Contradict(said[0], said[1] with { Side = said[0].Side }, element));
        Assert.False(StatementConflicts.Contradict(
            said[0], said[1] with { Side = said[0].Side, Claim = said[1].Claim with { Quote = said[0].Claim.Quote } }, element));
    }

    private static bool Contradict(string name, string first, string later)
    {
        var element = Spoken.Element(name);
        var said = Spoken.Statements(element, first, later);
        return StatementConflicts.Contradict(said[0], said[1], element);
    }
}
