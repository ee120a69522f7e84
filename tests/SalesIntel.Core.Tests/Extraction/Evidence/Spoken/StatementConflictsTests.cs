using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Which of two statements about one element takes back the other one, with what lies between them.</summary>
public sealed class StatementConflictsTests
{
    private const string Labels = "Ann: We check two hundred labels a day.";
    private const string Board = "Ann: The board signs the contract in March.";

    [Theory]
    [InlineData("metrics", Labels, 0, "Kim: No, it's five hundred labels a day.", true)]
    [InlineData("metrics", Labels, 2, "Kim: No, it's five hundred labels a day.", true)]
    [InlineData("metrics", Labels, 3, "Kim: No, it's five hundred labels a day.", false)]
    [InlineData("identified_pain", "Ann: The printing is the worst of it.", 2, "Kim: No, chasing approvals hurts far more.", false)]
    [InlineData("identified_pain", "Ann: The printing is the worst of it.", 2, "Kim: No, printing hurts nobody any longer here.", true)]
    [InlineData("metrics", "Ann: We check two hundred labels a day.", 2, "Kim: No, the proofs are ninety in a day.", true)]
    [InlineData("metrics", "Ann: We check two hundred labels a day.", 2, "Kim: No, the printers hate everything about mail.", false)]
    [InlineData("competition", "Ann: We look at Paperweave next to you.", 2, "Kim: No, the tool there is called Inkmoor.", true)]
    public void Denial_soon_after_takes_back_what_shares_a_word_or_a_kind_of_value(
        string element, string first, int between, string later, bool corrects) =>
        Assert.Equal(corrects, Corrects(element, first, between, later));

    [Theory]
    [InlineData("Ann: The printing is the worst of it.", "Kim: No, chasing approvals hurts far more.", true)]
    [InlineData("Ann: The printing is the worst of it.", "Kim: Chasing the approvals hurts far more.", false)]
    public void Denial_takes_back_the_last_statement_whatever_it_is_about(string first, string later, bool corrects) =>
        Assert.Equal(corrects, Corrects("identified_pain", first, 2, later, isLast: true));

    [Theory]
    [InlineData("metrics", Labels, 2, "Kim: Five hundred labels a day, I counted them.", true)]
    [InlineData("metrics", Labels, 3, "Kim: Five hundred labels a day, I counted them.", false)]
    [InlineData("metrics", Labels, 2, "Ann: Five hundred labels a day, I counted them.", false)]
    [InlineData("metrics", Labels, 2, "Kim: Five hundred labels a day too, I counted them.", false)]
    [InlineData("metrics", Labels, 2, "Kim: Two hundred labels a day, I counted them.", false)]
    [InlineData("metrics", Labels, 2, "Kim: Five hundred a day, I counted.", true)]
    [InlineData("metrics", Labels, 2, "Kim: Five hundred a day, auditors counted everything.", true)]
    [InlineData("metrics", Labels, 2, "Kim: Five hundred a day, auditors and clerks counted everything.", false)]
    [InlineData("metrics", Labels, 2, "Kim: Five hundred a day, counted with our external auditors and warehouse clerks.", false)]
    [InlineData("decision_process", Board, 2, "Kim: It is April, I wrote that down.", false)]
    [InlineData("decision_process", Board, 2, "Kim: The board signs it in April.", true)]
    [InlineData("decision_process", Board, 2, "Kim: Legal reads everything until April.", false)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", 2, "Kim: Tom Ruiz signs the contract.", true)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", 2, "Kim: Marta Lind signs contracts with pleasure.", false)]
    [InlineData("competition", "Ann: We look at Paperweave next to you.", 2, "Kim: We look at Inkmoor next to you.", false)]
    public void Other_value_of_one_thing_from_a_colleague_right_behind_takes_the_place_of_the_first(
        string element, string first, int between, string later, bool corrects) =>
        Assert.Equal(corrects, Corrects(element, first, between, later));

    [Fact]
    public void Sellers_answer_takes_back_nothing_of_the_customers() => Assert.Multiple(
        () => Assert.False(Corrects("decision_process", Board, 0, "Rep: No, the board signs the contract in April.")),
        () => Assert.True(Corrects("decision_process", Board, 0, "Kim: No, the board signs the contract in April.")));

    [Theory]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", 9, "Ann: Scratch that, Tom Ruiz signs it.", true)]
    [InlineData("decision_criteria", "Ann: It has to run on our own servers.", 9, "Ann: Scratch that, the printers must be quieter.", false)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 5, "Ann: I misspoke, the fines are twelve thousand dollars.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 9, "Ann: I misspoke, the fines are twelve thousand dollars.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 5,
        "Ann: Make that fines, printers, clerks, auditors and vendors of twelve thousand dollars.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 6,
        "Ann: Make that fines, printers, clerks, auditors and vendors of twelve thousand dollars.", false)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 9, "Ann: A recall, make that twelve thousand dollars.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 9, "Ann: A recall, make that ten thousand dollars.", false)]
    [InlineData("decision_process", Board, 9, "Ann: It was moved, the board needs longer.", true)]
    [InlineData("decision_process", Board, 9, "Ann: It was moved, legal needs longer.", false)]
    [InlineData("decision_process", "Ann: Legal reads it until the twenty-first of May.", 9, "Ann: It was moved, not the twenty-first, said purchasing.", true)]
    [InlineData("decision_process", "Ann: Legal reads it until the twenty-first of May.", 9, "Ann: It was moved, not the twenty-third, said purchasing.", false)]
    [InlineData("decision_criteria", "Ann: It has to run on our own servers.", 9, "Ann: It was changed, no servers any more.", true)]
    [InlineData("decision_process", "Ann: Legal reads it until the twenty-first of May.", 9,
        "Ann: It was moved, not the twenty-third, the twenty-first stays.", false)]
    [InlineData("decision_process", "Ann: Legal reads two drafts until the twenty-first of May.", 9,
        "Ann: It was moved, not the twenty-first, said purchasing.", true)]
    [InlineData("decision_criteria", "Ann: Forty servers have to run here.", 9, "Ann: It was changed, no servers any more for forty clerks.", true)]
    [InlineData("metrics", "Ann: One clerk checks forty labels a day.", 9, "Ann: It was moved, forty labels stay with us.", false)]
    [InlineData("metrics", "Ann: Clerks check forty labels.", 9, "Ann: It was changed, forty labels and fifty proofs there.", true)]
    [InlineData("metrics", "Ann: Clerks check forty labels and fifty proofs.", 9, "Ann: It was moved, forty labels stay with us.", false)]
    [InlineData("decision_process", "Ann: The board meets on Thursday morning.", 9, "Ann: It was moved, the board meets on Thursday too.", false)]
    public void Correction_takes_back_what_has_its_words_or_another_value(
        string element, string first, int between, string later, bool corrects) =>
        Assert.Equal(corrects, Corrects(element, first, between, later));

    [Theory]
    [InlineData("Ann: I was wrong about the servers, it must be in the cloud.", true, true)]
    [InlineData("Ann: I have to correct myself, the cloud is required.", true, true)]
    [InlineData("Ann: I have to correct myself, the cloud is required.", false, false)]
    [InlineData("Ann: I have to correct myself, the cloud is required in May.", true, false)]
    [InlineData("Ann: I have to correct myself, the cloud is required by forty clerks.", true, false)]
    [InlineData("Ann: Scratch the paper plan, turns out the cloud is required.", true, false)]
    public void Who_goes_back_to_what_he_said_takes_back_the_last_statement_unless_he_names_a_value(string later, bool isLast, bool corrects) =>
        Assert.Equal(corrects, Corrects("decision_criteria", "Ann: It has to run on our own servers.", 9, later, isLast));

    [Theory]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 5, "Ann: Actually, twelve thousand dollars each time.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 6, "Ann: Actually, twelve thousand dollars each time.", false)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 5,
        "Ann: Actually, twelve thousand dollars went into labels, printers, paper and ink.", false)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 9, "Ann: Actually, a recall costs twelve thousand dollars.", true)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 9, "Ann: Actually, the printer made four errors.", false)]
    [InlineData("metrics", "Ann: A recall costs ten thousand dollars.", 5,
        "Ann: Actually, twelve thousand dollars went into labels, printers and paper.", true)]
    [InlineData("decision_process", Board, 5, "Ann: Actually, it signs in April, I think.", true)]
    [InlineData("economic_buyer", "Ann: Then Marta Lind signs the contract.", 9, "Ann: Actually, up to ten thousand Tom Ruiz signs it.", true)]
    [InlineData("economic_buyer", "Ann: She signs the contract herself.", 9, "Ann: Actually, Tom Ruiz signs the contract.", false)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", 9, "Ann: Actually, Tom Ruiz signs the contract.", true)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", 9, "Ann: Actually, Marta Lind signs most contracts.", false)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", 9, "Ann: Actually, she signs the big contracts.", false)]
    [InlineData("economic_buyer", "Ann: Marta Lind signs the contract.", 9, "Ann: Then Tom Ruiz signs the contract.", false)]
    public void Small_word_takes_back_another_value_of_the_same_thing(string element, string first, int between, string later, bool corrects) =>
        Assert.Equal(corrects, Corrects(element, first, between, later));

    [Theory]
    [InlineData("Ann: We use twelve hundred seats today. | No, wait, it's nine hundred seats.", true)]
    [InlineData("Ann: No, we use twelve hundred seats today. | The others use nine hundred seats there.", false)]
    [InlineData("Ann: We use twelve hundred seats today. | ~No. | There are nine hundred seats with them.", true)]
    [InlineData("Ann: ~Make that clear to them. | We use twelve hundred seats today. | The others use nine hundred seats there.", false)]
    [InlineData("Ann: ~Scratch that. | We use twelve hundred seats today. | The others use nine hundred seats there.", false)]
    [InlineData("Ann: We use twelve hundred seats today. | ~Scratch that. | The others use nine hundred seats there.", true)]
    public void In_one_turn_only_what_stands_behind_the_first_takes_it_back(string turn, bool corrects)
    {
        var said = Spoken.Statements(Spoken.Element("metrics"), turn);

        Assert.Equal(corrects, StatementConflicts.Corrects(said[1], said[0], isLast: true, Spoken.Element("metrics")));
    }

    [Fact]
    public void Words_before_the_quote_in_another_turn_tell_what_it_corrects()
    {
        var said = Spoken.Statements(
            Spoken.Element("decision_criteria"), "Ann: It has to run on our own servers.",
            "Rep: ...", "Rep: ...", "Rep: ...", "Rep: ...", "Rep: ...", "Rep: ...",
            "Ann: ~Not the servers, that has been changed. | The cloud is what we need by then.");

        Assert.True(StatementConflicts.Corrects(said[1], said[0], isLast: false, Spoken.Element("decision_criteria")));
    }

    [Fact]
    public void Words_of_the_first_statement_said_again_in_another_turn_end_no_correction()
    {
        var said = Spoken.Statements(
            Spoken.Element("metrics"), "Ann: We use twelve hundred seats today.", "Rep: ...", "Rep: ...", "Rep: ...", "Rep: ...",
            "Ann: ~Scratch what I told you. | ~I misspoke. | ~We use twelve hundred seats today. | There are nine hundred seats with them.");

        Assert.True(StatementConflicts.Corrects(said[1], said[0], isLast: false, Spoken.Element("metrics")));
    }

    [Theory]
    [InlineData("We use twelve hundred seats", "No, wait, it's nine hundred seats", true)]
    [InlineData("it's nine hundred seats", "No, wait, it's nine hundred seats", false)]
    [InlineData("No, wait, it's nine hundred seats", "it's nine hundred seats", false)]
    public void Quotes_of_the_same_words_do_not_correct_each_other(string first, string later, bool corrects)
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, "Ann: We use twelve hundred seats.", "Ann: No, wait, it's nine hundred seats.");
        Statement[] both =
        [
            said[0] with { Claim = said[0].Claim with { Quote = first } }, said[1] with { Claim = said[1].Claim with { Quote = later } },
        ];

        Assert.Equal(corrects, StatementConflicts.Corrects(both[1], both[0], isLast: true, element));
    }

    [Fact]
    public void What_is_not_in_the_transcript_corrects_nothing_and_is_not_corrected()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, Labels, "Kim: No, it's five hundred labels a day.");
        var unknown = new Statement(said[1].Claim with { Quote = "never said" }, null) { IsDenial = true, IsCorrection = true };

        Assert.False(StatementConflicts.Corrects(unknown, said[0], isLast: true, element));
        Assert.False(StatementConflicts.Corrects(said[1], unknown, isLast: true, element));
        Assert.False(StatementConflicts.Contradict(unknown, said[0], element));
        Assert.False(StatementConflicts.Contradict(said[0], unknown, element));
    }

    [Fact]
    public void Statement_without_words_before_it_is_taken_alone()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, Labels, "Kim: Scratch that, it's five hundred labels a day.");

        Assert.True(StatementConflicts.Corrects(said[1] with { Before = null }, said[0], isLast: false, element));
    }

    private static bool Corrects(string name, string first, int between, string later, bool isLast = false)
    {
        var element = Spoken.Element(name);
        var said = Spoken.Statements(element, [first, .. Enumerable.Repeat("Rep: ...", between), later]);
        return StatementConflicts.Corrects(said[1], said[0], isLast, element);
    }
}
