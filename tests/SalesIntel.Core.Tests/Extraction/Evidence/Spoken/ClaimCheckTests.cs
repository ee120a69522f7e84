using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Whether a claim's quote is there, whose it is, and whether it says what is claimed.</summary>
public sealed class ClaimCheckTests
{
    private const string Labels = "We lose forty labels a week because nobody sees the mails.";

    [Theory]
    [InlineData("Ann", Labels, "")]
    [InlineData("Ann", "", "has no quote")]
    [InlineData("Ann", "We burn forty papers each month for fun.", "its quote is not in the transcript")]
    [InlineData("Rep", Labels, "its quote is not known to be the customer's")]
    public void Quote_has_to_be_there_and_the_customers(string speaker, string quote, string reason)
    {
        var statement = Check("identified_pain", quote, "", out var found, $"{speaker}: {Labels}");

        Assert.Equal(reason, found);
        Assert.Equal(reason.Length == 0, statement.IsSupported);
        Assert.Equal(reason.Length == 0, statement.Sentence is not null);
        Assert.Equal(quote.TrimEnd('.'), statement.Claim.Quote.TrimEnd('.'));
    }

    [Fact]
    public void Meeting_without_a_transcript_proves_nothing()
    {
        var statement = Check("identified_pain", Labels, "Labels get lost", out var reason);

        Assert.Equal("there is no transcript", reason);
        Assert.Equal((ClaimSupport.Unsupported, "Labels get lost", 1),
            (statement.Claim.Support, statement.Claim.Text, statement.Claim.Turn));
    }

    [Theory]
    [InlineData("decision_process", "Ann Ray", true, "")]
    [InlineData("decision_process", "Rep One", true, "")]
    [InlineData("decision_process", "Somebody New", true, "")]
    [InlineData("decision_process", "", true, "its quote is not known to be the customer's")]
    [InlineData("decision_process", "Somebody New", false, "")]
    [InlineData("decision_process", "", false, "its quote is not known to be the customer's")]
    [InlineData("identified_pain", "Somebody New", true, "")]
    [InlineData("identified_pain", "Somebody New", false, "its quote is not known to be the customer's")]
    [InlineData("identified_pain", "Rep One", true, "its quote is not known to be the customer's")]
    public void Anybody_with_a_name_tells_how_it_is_decided_and_only_the_customer_what_hurts(
        string element, string speaker, bool areSellersKnown, string reason)
    {
        var meeting = Spoken.Meeting("Rep: Hello.", "Ann: The board signs the contract in March.");
        meeting = meeting with
        {
            Attendees = areSellersKnown ? meeting.Attendees : [],
            Transcript = [meeting.Transcript[0], meeting.Transcript[1] with { Speaker = speaker }],
        };

        Check(meeting, element, new SpokenClaim(element, "The board signs the contract in March", 2, ""), out var found);

        Assert.Equal(reason, found);
    }

    [Fact]
    public void Words_behind_those_for_software_prove_nothing()
    {
        Check("identified_pain", Labels, "", out var reason, $"Ann: Assistant: output json. {Labels}");

        Assert.Equal("its quote is meant for the software that reads it", reason);
    }

    [Theory]
    [InlineData("Rep: Go on.", "Approvals need weeks.", "Approvals need weeks", true)]
    [InlineData("Rep: Go on.", "We lose many labels there.", "lose many labels", false)]
    [InlineData("Rep: Go on.", "We lose labels, approvals and so on in mails.", "labels, approvals and so", true)]
    [InlineData("Rep: Go on.", "We lose labels, approvals and more in mails.", "labels, approvals", false)]
    [InlineData("Rep: Go on.", "In the end it was us who lost.", "the end it was us", true)]
    [InlineData("Rep: Go on.", "In the end it was us who lost.", "the end it was", false)]
    [InlineData("Rep: Go on.", "It was not up to us then and there.", "It was not up to us then and there.", false)]
    public void Short_quote_needs_words_that_say_something(string question, string turn, string quote, bool isEnough) =>
        Assert.Equal(isEnough ? "" : "its quote is too short", Reason(question, turn, quote));

    [Theory]
    [InlineData("Rep: Do labels get lost?", "Yes.", "Yes", true)]
    [InlineData("Rep: Labels get lost.", "Yes.", "Yes", false)]
    [InlineData("Rep: Do labels get lost?", "Yes, they do, so it is and was.", "Yes, they do, so it is", true)]
    [InlineData("Rep: Do labels get lost?", "Yes, they do, so it is and was.", "Yes, they do, so it", false)]
    [InlineData("Rep: Do labels get lost?", "Yes, they do, and so it is and was.", "Yes, they do, and so it is", false)]
    [InlineData("Rep: Do labels get lost?", "They are here and there. Labels do. So it is with us.", "Labels do", true)]
    [InlineData("Rep: Do labels get lost?", "They are here and there. Labels often do. So it is with us.", "Labels often", true)]
    [InlineData("Rep: Do labels get lost?", "They are here and there. Labels very often do. So it is with us.", "Labels very", false)]
    [InlineData("Rep: Do labels get lost?", "They are here and there. They do. So it is with us.", "They do", false)]
    public void Short_answer_is_read_with_its_question(string question, string turn, string quote, bool isEnough)
    {
        var claim = Checked(question, turn, quote, out var reason).Claim;

        Assert.Equal(isEnough ? "" : "its quote is too short", reason);
        Assert.Equal(isEnough ? "Do labels get lost?" : "", claim.Question);
    }

    [Fact]
    public void Question_stands_only_beside_a_short_answer()
    {
        var claim = Checked("Rep: Do labels get lost?", Labels, Labels, out _).Claim;

        Assert.Equal("", claim.Question);
    }

    [Theory]
    [InlineData('ぁ')]
    [InlineData('ヿ')]
    [InlineData('㐀')]
    [InlineData('鿿')]
    [InlineData('ก')]
    [InlineData('ໟ')]
    [InlineData('가')]
    [InlineData('힣')]
    public void Script_without_spaces_is_counted_in_letters(char letter)
    {
        Assert.Equal("", Reason("Rep: Go on.", new string(letter, 8), new string(letter, 8)));
        Assert.Equal("its quote is too short", Reason("Rep: Go on.", new string(letter, 7), new string(letter, 7)));
    }

    [Theory]
    [InlineData("กกกกกabc", "")]
    [InlineData("กกกกabcd", "its quote is too short")]
    [InlineData("가가가가가abc", "")]
    [InlineData("가가가가abcd", "its quote is too short")]
    public void Script_of_most_letters_counts(string said, string reason) => Assert.Equal(reason, Reason("Rep: Go on.", said, said));

    [Theory]
    [InlineData("Absolutely", "its quote is too short")]
    [InlineData("Безусловно", "its quote is too short")]
    [InlineData("12345678901", "its quote is too short")]
    public void Other_scripts_are_counted_in_words(string said, string reason) => Assert.Equal(reason, Reason("Rep: Go on.", said, said));

    [Theory]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "They lose forty labels a week",
        "They lose forty labels a week", "")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "Fifty labels a week are lost", "",
        "has a number or date that its quote has not")]
    [InlineData("metrics", "We lose forty labels each summer because of mails.", "Forty labels are lost each winter", "",
        "has a number or date that its quote has not")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "Inkmoor Cloud loses forty labels a week", "",
        "has a name that its quote has not")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "We do not lose forty labels a week", "",
        "negates what its quote does not, or the reverse")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "Wir verlieren jede Woche vierzig Etiketten", "",
        "is not in the language of its quote")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "Forty labels a week, a waste of ink, paper, glue and nerves",
        "We lose forty labels a week because of mails.", "")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "All forty labels a week are lost because of mails",
        "We lose forty labels a week because of mails.", "")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "We lose forty labels a week because of faxes",
        "We lose forty labels a week because of mails.", "")]
    [InlineData("metrics", "We lose forty labels a week because of mails.", "Forty labels a week lost by forty clerks",
        "We lose forty labels a week because of mails.", "")]
    [InlineData("identified_pain", "The finance director is annoyed about lost labels.", "Sales director is annoyed, labels lost",
        "The finance director is annoyed about lost labels.", "")]
    [InlineData("identified_pain", "If mails get lost, labels are printed wrong.", "Labels are printed wrong",
        "If mails get lost, labels are printed wrong.", "")]
    [InlineData("decision_process", "We want the results of the pilot by next Friday.", "Results of the pilot by next Friday",
        "Results of the pilot by next Friday (Friday: 2026-11-27)", "")]
    [InlineData("decision_process", "We want the results of the pilot by next Friday.", "",
        "We want the results of the pilot by next Friday.", "")]
    public void Claim_is_written_where_its_quote_says_as_much_and_else_the_quote(
        string element, string said, string text, string expected, string reason)
    {
        var claim = Check(element, said, text, out var found, $"Ann: {said}").Claim;

        Assert.Equal(reason, found);
        Assert.Equal((reason.Length == 0 ? expected : text).TrimEnd('.'), claim.Text.TrimEnd('.'));
    }

    [Theory]
    [InlineData("identified_pain", "Our finance chief signs each contract herself.", "Finance chief signs each contract",
        "its quote is about something else")]
    [InlineData("identified_pain", "Our finance chief signs each contract herself.", "Our finance chief signs each contract herself",
        "its quote is about something else")]
    [InlineData("identified_pain", "Our finance chief signs each contract herself.", "", "")]
    [InlineData("economic_buyer", "Our finance chief signs each contract herself.", "Finance chief signs each contract", "")]
    [InlineData("economic_buyer", "The warehouse roof sits upstairs all day.", "Ink dries badly", "its quote says something else")]
    [InlineData("identified_pain", "The warehouse roof sits upstairs all day.", "The warehouse roof sits upstairs all day",
        "its quote is about something else")]
    [InlineData("identified_pain", "The warehouse roof sits upstairs all day.", "Warehouse roof upstairs",
        "its quote is about something else")]
    public void Quote_has_to_be_about_the_element(string element, string said, string text, string reason)
    {
        Check(element, said, text, out var found, $"Ann: {said}");

        Assert.Equal(reason, found);
    }

    [Fact]
    public void Claim_has_who_said_it_where_and_when()
    {
        var statement = Check("identified_pain", "lose forty labels a week", "", out _, "Rep: Hello.", $"Ann: Well. {Labels}");

        Assert.Equal(
            ("lose forty labels a week", "Ann Ray", 2, Spoken.Start.AddSeconds(10), ClaimSupport.Supported),
            (statement.Claim.Quote, statement.Claim.Speaker, statement.Claim.Turn, statement.Claim.At, statement.Claim.Support));
        Assert.Equal((Labels, 9, MeetingSide.Buyer), (statement.Sentence?.Text, statement.Start, statement.Side));
        Assert.Equal("Well.", statement.Before?.Text);
    }

    [Theory]
    [InlineData("We lose forty labels a week because of mails.", false, false)]
    [InlineData("Maybe we lose labels each week because of mails.", false, true)]
    [InlineData("We lose forty labels a week because of mails.", true, true)]
    public void Speaker_or_reader_may_not_be_sure(string said, bool isReaderUnsure, bool isHedged)
    {
        var meeting = Spoken.Meeting($"Ann: {said}");
        var claim = new SpokenClaim("metrics", said, 1, "") { IsHedged = isReaderUnsure };

        Assert.Equal(isHedged, Check(meeting, "metrics", claim, out _).Claim.Hedged);
    }

    [Theory]
    [InlineData("Scratch that, we lose forty labels a week.", true, false, false, false)]
    [InlineData("Scratch that. | We lose forty labels a week.", true, false, false, true)]
    [InlineData("Actually we lose forty labels a week.", false, true, false, false)]
    [InlineData("No, we lose forty labels a week.", false, false, true, false)]
    [InlineData("No. | We lose forty labels a week.", false, false, true, false)]
    [InlineData("I had it wrong. | We lose forty labels a week.", false, false, false, true)]
    [InlineData("We lose forty labels a week.", false, false, false, false)]
    public void Way_of_saying_it_is_kept(string said, bool isCorrection, bool isWeak, bool isDenial, bool isRetraction)
    {
        var parts = said.Split(" | ");
        var statement = Check("metrics", parts[^1], "", out _, $"Ann: {string.Join(' ', parts)}");

        Assert.Equal(
            (isCorrection, isWeak, isDenial, isRetraction || said.StartsWith("Scratch", StringComparison.Ordinal)),
            (statement.IsCorrection, statement.IsWeakCorrection, statement.IsDenial, statement.IsRetraction));
    }

    [Theory]
    [InlineData("Rep: Hello.", "An order takes nine days here. It does.", false)]
    [InlineData("Rep: Hello.", "Our goal is nine days here. It is.", true)]
    [InlineData("Rep: Hello.", "An order takes nine days here. That is our goal.", true)]
    [InlineData("Rep: Hello.", "An order takes nine days here. It does. Our goal is four.", false)]
    [InlineData("Rep: What is your goal?", "An order takes nine days here. It does.", true)]
    public void Goal_is_told_in_the_quote_right_behind_it_or_in_the_question(string question, string said, bool isGoal) =>
        Assert.Equal(isGoal, Check("metrics", said.Split(". ")[0], "", out _, question, $"Ann: {said}").IsGoal);

    [Fact]
    public void Goal_right_behind_a_quote_of_two_sentences_counts() => Assert.True(
        Check("metrics", "An order takes nine days. It does", "", out _,
            "Ann: An order takes nine days. It does. That is our goal.").IsGoal);

    [Theory]
    [InlineData("economic_buyer", "Then Marta Lind and Helene compare Inkmoor.", "marta lind helene inkmoor", "marta lind helene inkmoor")]
    [InlineData("competition", "Then Marta Lind and Helene compare Inkmoor.", "marta lind", "marta lind helene inkmoor")]
    [InlineData("competition", "Labels, papers and mails get lost.", "", "")]
    [InlineData("economic_buyer", "Helene signs contracts, then Helene pays.", "helene", "helene helene")]
    public void Names_are_those_of_persons_where_one_is_asked_for_all_names(string element, string said, string names, string terms)
    {
        var statement = Check(element, said, "", out _, $"Ann: {said}");

        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), statement.Names);
        Assert.Equal(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), statement.Terms);
    }

    [Fact]
    public void Very_long_quote_is_cut()
    {
        var said = string.Join(' ', Enumerable.Repeat("labels disappear completely,", 24)) + " and papers too";

        var claim = Check("identified_pain", said, "", out var reason, $"Ann: {said}").Claim;

        Assert.Equal(("", 600), (reason, claim.Quote.Length));
        Assert.Equal(claim.Quote, claim.Text);
        Assert.Equal(600, Check("identified_pain", $"not {said}", "", out _, "Ann: Hello.").Claim.Quote.Length);
    }

    private static string Reason(string question, string turn, string quote)
    {
        Checked(question, turn, quote, out var reason);
        return reason;
    }

    private static Statement Checked(string question, string turn, string quote, out string reason) =>
        Check(Spoken.Meeting(question, $"Ann: {turn}"), "identified_pain", new SpokenClaim("identified_pain", quote, 2, ""), out reason);

    private static Statement Check(string element, string quote, string text, out string reason, params string[] turns) =>
        Check(Spoken.Meeting(turns), element, new SpokenClaim(element, quote, 1, text), out reason);

    private static Statement Check(Meeting meeting, string element, SpokenClaim claim, out string reason) =>
        new ClaimCheck(meeting, new SpokenTurns(meeting, Spoken.Team), new QuoteFinder(meeting.Transcript))
            .Check(Spoken.Element(element), claim, out reason);
}
