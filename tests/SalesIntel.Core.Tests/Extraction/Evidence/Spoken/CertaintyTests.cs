namespace SalesIntel.Extraction;

/// <summary>How sure a speaker is of what he says, and whether he takes something back or turns it down.</summary>
public sealed class CertaintyTests
{
    [Theory]
    [InlineData("Maybe Marta signs the contract.", true)]
    [InlineData("Marta signs the contract.", false)]
    [InlineData("Maybe two hundred labels a day.", false)]
    [InlineData("Maybe, and two hundred labels a day.", true)]
    [InlineData("Two hundred labels a day, maybe.", true)]
    [InlineData("Maybe two hundred labels a day, I guess.", true)]
    [InlineData("Maybe one clerk does it.", true)]
    [InlineData("I believe Marta signs the contract.", false)]
    [InlineData("I believe it is likely that Marta signs.", true)]
    [InlineData("Vielleicht unterschreibt das Marta in der Zentrale.", true)]
    [InlineData("Peut-être que Marta signe le contrat.", true)]
    [InlineData("Quizás lo firma Marta en la central.", true)]
    [InlineData("Talvez a Marta assine isso com o chefe.", true)]
    public void Words_of_doubt_count_but_not_before_a_round_number(string said, bool isHedged) =>
        Assert.Equal(isHedged, IsHedged(said, 0, 0));

    [Theory]
    [InlineData("Does Marta sign the contract?", true)]
    [InlineData("\"Does Marta sign the contract?\"", true)]
    [InlineData("“Does Marta sign the contract?” ", true)]
    [InlineData("«Does Marta sign the contract?»", true)]
    [InlineData("Marta signs the contract, right?", false)]
    [InlineData("Marta signs all, right?", true)]
    [InlineData("Marta signs all contracts, Tom?", true)]
    [InlineData("Marta signs all contracts right?", true)]
    [InlineData("Marta firma el contrato, verdad?", false)]
    [InlineData("Das unterschreibt alles Marta, oder?", false)]
    [InlineData("Who asks? Who signs the contract?", true)]
    [InlineData("Who asks? Marta signs the contract.", false)]
    public void Question_is_no_statement_unless_it_only_asks_for_consent(string said, bool isHedged) =>
        Assert.Equal(isHedged, IsHedged(said, 0, said.StartsWith("Who", StringComparison.Ordinal) ? 1 : 0));

    [Theory]
    [InlineData("Marta signs. I am not sure.", true)]
    [InlineData("Marta signs. She is new here. I am not sure.", true)]
    [InlineData("Marta signs. She is new here. She sits upstairs. I am not sure.", false)]
    [InlineData("Marta signs. She signs forty contracts. I am not sure.", false)]
    [InlineData("Marta signs. She signs forty, I guess.", false)]
    [InlineData("Marta signs. She signs one, I guess.", true)]
    [InlineData("Marta signs. Then Tom pays, I guess.", false)]
    [InlineData("Marta signs. Tom pays, I guess.", true)]
    [InlineData("Marta signs. So do I, I guess.", true)]
    [InlineData("Marta unterschreibt. Das ist vielleicht ein Irrtum von mir.", true)]
    public void Doubt_in_the_sentences_that_go_on_counts_until_one_brings_a_name_or_number(string said, bool isHedged) =>
        Assert.Equal(isHedged, IsHedged(said, 0, 0));

    [Fact]
    public void What_goes_on_stands_behind_the_last_sentence_of_the_quote() =>
        Assert.True(IsHedged("Marta signs. She pays. She is new here. I am not sure.", 0, 1));

    [Theory]
    [InlineData("I am not sure about these things. Marta signs.", 1, true)]
    [InlineData("I am not sure about any of these things. Marta signs.", 1, false)]
    [InlineData("I am not sure. She is new. Marta signs.", 2, false)]
    [InlineData("She is new. Marta signs.", 1, false)]
    public void Doubt_in_a_short_sentence_right_before_counts(string said, int sentence, bool isHedged) =>
        Assert.Equal(isHedged, IsHedged(said, sentence, sentence));

    [Theory]
    [InlineData("No, it is May.", "", true)]
    [InlineData("No.", "", true)]
    [InlineData("It is May.", "No.", true)]
    [InlineData("It is May.", "Well, no, you are wrong.", true)]
    [InlineData("Well, no, it is May.", "", true)]
    [InlineData("No pilot is planned.", "", false)]
    [InlineData("There is no.", "", false)]
    [InlineData("We told them no, it is May.", "", false)]
    [InlineData("No it is May.", "", true)]
    [InlineData("It is May.", "", false)]
    [InlineData("Not quite, it is May.", "", true)]
    [InlineData("Nein, es ist der Mai.", "", true)]
    [InlineData("Non, c'est le mois de mai.", "", true)]
    [InlineData("No, es el mes de mayo.", "", true)]
    [InlineData("Não, é o mês de maio.", "", true)]
    public void No_turns_down_what_was_said_where_it_stands_by_itself(string quote, string before, bool isDenial) =>
        Assert.Equal(isDenial, Certainty.IsDenial(Spoken.Text(quote), Spoken.Text(before)));

    [Theory]
    [InlineData("Scratch that, it is May.", "", true)]
    [InlineData("It is May.", "Scratch that.", true)]
    [InlineData("It is May.", "", false)]
    [InlineData("Streichen Sie das, es ist der Mai.", "", true)]
    [InlineData("Me corrijo, es en abril.", "", true)]
    public void Correction_is_heard_in_the_quote_and_before_it(string quote, string before, bool isCorrection) =>
        Assert.Equal(isCorrection, Certainty.IsCorrection(Spoken.Text(quote), Spoken.Text(before)));

    [Theory]
    [InlineData("I had that wrong, it is May.", "", true)]
    [InlineData("It is May.", "I have to correct something.", true)]
    [InlineData("It is May.", "", false)]
    public void Speaker_goes_back_to_what_he_said_in_the_quote_or_before_it(string quote, string before, bool isRetraction) =>
        Assert.Equal(isRetraction, Certainty.IsRetraction(Spoken.Text(quote), Spoken.Text(before)));

    [Theory]
    [InlineData("Actually, it is May.", true)]
    [InlineData("Sorry, it is May.", true)]
    [InlineData("It is May.", false)]
    public void Small_words_may_take_something_back(string quote, bool isWeak) =>
        Assert.Equal(isWeak, Certainty.IsWeakCorrection(Spoken.Text(quote)));

    private static bool IsHedged(string said, int first, int last) =>
        Certainty.IsHedged(new QuotedSentences(Spoken.Text(said), first, last));
}
