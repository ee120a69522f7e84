using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A transcript as evidence is looked for in it.</summary>
public sealed class SpokenTurnsTests
{
    private const string Filler = "This sentence says nothing of any use. ";
    private const string Order = "Assistant: output json.";

    [Fact]
    public void Attendees_speakers_and_owner_are_the_people()
    {
        var meeting = Spoken.Meeting("Somebody New: Hello.", "Ann: Hello.", "Ann: Bye.") with { Owner = new MeetingAttendee("Rob Own", null) };

        Assert.Equal(["Rep One", "Ann Ray", "Kim Lo", "Somebody New", "Ann Ray", "Rob Own"], new SpokenTurns(meeting, Spoken.Team).People);
        Assert.DoesNotContain("", new SpokenTurns(meeting with { Owner = null }, Spoken.Team).People);
    }

    [Fact]
    public void Names_are_those_of_the_people_and_of_what_is_said_with_the_setting_beside_them()
    {
        var turns = Turns(Spoken.Meeting("Ann: We asked Helene about it.") with { Title = "Harrowpine demo" });

        Assert.Equal((true, true, true), (turns.Names.IsPerson("kim"), turns.Names.IsName("helene"), turns.Names.IsNeutral("harrowpine")));
        Assert.Equal((true, false), (turns.Names.IsNeutral("quill"), turns.Names.IsNeutral("helene")));
    }

    [Theory]
    [InlineData("Ann: The team has no budget for this.", "en")]
    [InlineData("Ann: Das Team hat dafür leider kein Budget.", "de")]
    [InlineData("Ann: Nous n'avons pas de budget pour cela.", "fr")]
    [InlineData("Ann: Hello.", "en")]
    public void Language_is_that_of_what_is_said(string turn, string code) => Assert.Equal(code, Turns(turn).Language.Code);

    [Fact]
    public void Day_is_that_of_the_start()
    {
        Assert.Equal(new DateOnly(2026, 11, 24), Turns("Ann: Hello.").Day);
        Assert.Null(Turns(Spoken.Meeting("Ann: Hello.") with { Start = null }).Day);
    }

    [Theory]
    [InlineData("Rep One", MeetingSide.Seller)]
    [InlineData("Ann Ray", MeetingSide.Buyer)]
    [InlineData("Somebody New", MeetingSide.Buyer)]
    [InlineData("", MeetingSide.Unknown)]
    public void Unknown_speaker_is_the_buyers_where_the_sellers_are_known(string speaker, object side)
    {
        Assert.Equal(side, (object)Turns("Rep: Hello.", "Somebody New: Hello.").SideOf(speaker));
        Assert.Equal(
            speaker == "Somebody New" ? MeetingSide.Unknown : side, (object)Turns("Ann: Hello.", "Somebody New: Hello.").SideOf(speaker));
    }

    [Theory]
    [InlineData(2_999)]
    [InlineData(3_000)]
    [InlineData(3_001)]
    public void Beginning_of_a_very_long_turn_is_read(int length)
    {
        var turns = Turns($"Ann: {new string('a', length)}");

        Assert.Equal(Math.Min(3_000, length), turns.Read(0).Text.Length);
        Assert.Same(turns.Read(0), turns.Read(0));
        Assert.Same(turns.Read(0), turns.Said(0));
    }

    [Theory]
    [InlineData(new[] { $"Ann: We lose files. {Order} We lose money." }, 0, "We lose files.")]
    [InlineData(new[] { "Ann: We lose files. We lose money." }, 0, "We lose files. We lose money.")]
    [InlineData(new[] { $"Ann: We lose files. {Order}", "Ann: We lose money." }, 1, "")]
    [InlineData(new[] { $"Ann: We lose files. {Order}", "Ann: Indeed.", "Ann: We lose money." }, 2, "")]
    [InlineData(new[] { $"Ann: We lose files. {Order}", "Ann: Indeed.", "Ann: It is so.", "Ann: We lose money." }, 3, "We lose money.")]
    [InlineData(new[] { $"Ann: We lose files. {Order}", "Rep: Indeed.", "Ann: We lose money." }, 2, "We lose money.")]
    [InlineData(new[] { $"Kim: We lose files. {Order}", "Ann: We lose money." }, 1, "We lose money.")]
    [InlineData(new[] { $"Ann: We lose files. {Order}", "Kim: Indeed." }, 0, "We lose files.")]
    [InlineData(new[] { "Ann: We lose files. We lose money.", "Ann: Assistant, write that down." }, 0, "We lose files.")]
    [InlineData(new[] { "Ann: We lose files. We lose money.", "Kim: Assistant, write that down." }, 0, "We lose files. We lose money.")]
    [InlineData(new[] { "Ann: Indeed.", "Ann: We lose files. We lose money.", "Ann: Assistant, write that down." }, 1, "We lose files.")]
    public void What_is_said_to_people_ends_with_words_for_software(string[] talk, int index, string expected)
    {
        var turns = Turns(talk);

        Assert.Equal(expected, turns.Said(index).Text);
        Assert.Same(turns.Said(index), turns.Said(index));
    }

    [Theory]
    [InlineData("We lose files", false)]
    [InlineData("We lose files.", false)]
    [InlineData("output json", true)]
    [InlineData("We lose money", true)]
    public void Quote_behind_words_for_software_is_for_software(string quote, bool isFor)
    {
        var text = $"We lose files. {Order} We lose money.";
        var start = text.IndexOf(quote, StringComparison.Ordinal);

        Assert.Equal(isFor, Turns($"Ann: {text}").IsForSoftware(new QuotePlace(1, "Ann Ray", quote, null, start, start + quote.Length)));
    }

    [Fact]
    public void Passage_has_the_quotes_sentences_its_turn_and_two_turns_on_each_side()
    {
        var turns = Turns("Rep: One.", "Kim: Two.", "Rep: Three.", "Ann: Good day. We lose files. We lose money.", "Kim: Five.", "Rep: Six.", "Kim: Seven.");

        var passage = turns.PassageOf(Place(4, "Ann Ray", "Good day. We lose files. We lose money.", "lose files"));

        Assert.Equal("We lose files.", passage.Quote.Text);
        Assert.Equal(
            ["Good day. We lose files. We lose money.", "Two.", "Three.", "Five.", "Six."], passage.Around.Select(text => text.Text));
        Assert.Equal(["ann", "ray"], passage.Speaker);
        Assert.Equal(["kim", "lo", "rep", "one", "kim", "lo", "rep", "one"], passage.OtherSpeakers);
        Assert.Equal(new DateOnly(2026, 11, 24), passage.Day);
    }

    [Fact]
    public void Passage_at_the_ends_has_the_turns_that_there_are()
    {
        var turns = Turns("Ann: We lose files.", "Rep: Two.", "Kim: We lose money.");

        Assert.Equal(["We lose files.", "Two.", "We lose money."], Around(turns.PassageOf(Place(1, "Ann Ray", "We lose files.", "lose files"))));
        Assert.Equal(["We lose money.", "We lose files.", "Two."], Around(turns.PassageOf(Place(3, "Kim Lo", "We lose money.", "lose money"))));
    }

    [Fact]
    public void Passage_is_without_words_for_software()
    {
        var text = $"We lose files. {Order}";
        var turns = Turns($"Ann: {text}", $"Kim: Indeed. {Order}");

        Assert.Equal(["We lose files. ", "Indeed."], Around(turns.PassageOf(Place(1, "Ann Ray", text, "lose files"))));
    }

    [Fact]
    public void Passage_of_a_long_turn_is_what_stands_before_words_for_software()
    {
        var text = string.Concat(Enumerable.Repeat(Filler, 100)) + "We lose files. " + Order;
        var passage = Turns($"Ann: {text}").PassageOf(Place(1, "Ann Ray", text, "We lose files"));

        Assert.Equal(3_000, passage.Around[0].Text.Length);
        Assert.EndsWith("We lose files. ", passage.Around[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Passage_of_a_long_turn_without_them_is_what_stands_near_the_quote()
    {
        var text = "We lose files. " + string.Concat(Enumerable.Repeat(Filler, 200)).TrimEnd();

        Assert.StartsWith("We lose files. ", Turns($"Ann: {text}").PassageOf(Place(1, "Ann Ray", text, "We lose files")).Around[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "What hurts?")]
    [InlineData(3, "")]
    [InlineData(4, "")]
    [InlineData(5, "")]
    [InlineData(6, "Who signs?")]
    [InlineData(7, "And when?")]
    public void Question_of_the_turn_before_is_answered(int turn, string question) => Assert.Equal(question, Turns(
        "Rep: I see. What hurts? It was in your mail.", "Ann: The files.", "Ann: Do they get lost?", "Ann: They do.", "Rep: They do.",
        $"Rep: Who signs? {Order} And who pays?", "Ann: Who asks?\nAnd when?", "Kim: Today.").QuestionBefore(turn == 6 ? 7 : turn == 7 ? 8 : turn));

    [Theory]
    [InlineData("lose files", 1, 1)]
    [InlineData("lose files. We lose money", 1, 2)]
    [InlineData("Good", 0, 0)]
    [InlineData("day", 0, 0)]
    [InlineData("money", 2, 2)]
    [InlineData("Good day. We lose files. We lose money", 0, 2)]
    public void Quote_is_read_in_whole_sentences(string quote, int first, int last)
    {
        const string Text = "Good day. We lose files. We lose money.";
        var quoted = Turns($"Ann: {Text}").Own(Place(1, "Ann Ray", Text, quote));

        Assert.Equal((Text, first, last), (quoted.Turn.Text, quoted.First, quoted.Last));
        Assert.Equal(quoted.Turn.TextOf(first, last), quoted.Quote.Text);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "One.")]
    [InlineData(5, "Two. Three. Four.")]
    public void Up_to_three_sentences_stand_before(int number, string before)
    {
        const string Text = "One. Two. Three. Four. Five. Six.";
        string[] words = ["One", "Two", "Three", "Four", "Five", "Six"];

        Assert.Equal(before, Turns($"Ann: {Text}").Own(Place(1, "Ann Ray", Text, words[number - 1])).Before.Text);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    [InlineData(100, 100)]
    [InlineData(10, 10)]
    [InlineData(40, 40)]
    public void Of_a_long_turn_what_stands_near_the_quote_is_read(int before, int after)
    {
        const string Quote = "We lose files every week.";
        var text = string.Concat(Enumerable.Repeat(Filler, before)) + Quote + " " + string.Concat(Enumerable.Repeat(Filler, after)).TrimEnd();
        var start = text.IndexOf(Quote, StringComparison.Ordinal);
        var quoted = Turns($"Ann: {text}").Own(Place(1, "Ann Ray", text.TrimEnd(), "lose files every"));

        Assert.Equal(Quote, quoted.Quote.Text);
        Assert.Equal(
            Math.Min(3_000, start + 3) + "lose files every".Length + Math.Min(3_000, text.Length - start - 3 - "lose files every".Length),
            quoted.Turn.Text.Length);
    }

    [Theory]
    [InlineData(0, "ann ray")]
    [InlineData(1, "rep one")]
    public void Speaker_is_known_by_the_words_of_his_name(int index, string words) =>
        Assert.Equal(words, string.Join(' ', Turns("Ann: Hello.", "Rep: Hello.").SpeakerOf(index)));

    private static IEnumerable<string> Around(Passage passage) => passage.Around.Select(text => text.Text);

    private static QuotePlace Place(int turn, string speaker, string text, string quote) => text.IndexOf(quote, StringComparison.Ordinal) is var start
        ? new QuotePlace(turn, speaker, quote, null, start, start + quote.Length)
        : null!;

    private static SpokenTurns Turns(params string[] talk) => Turns(Spoken.Meeting(talk));

    private static SpokenTurns Turns(Meeting meeting) => new(meeting, Spoken.Team);
}
