namespace SalesIntel.Extraction;

/// <summary>Which place of a meeting, or item of a report's list, bears out a line without a quote.</summary>
public sealed class LineSearchTests
{
    private static readonly string[] Talk =
    [
        "Rep: Shall I send the offer to Ann by Friday?",
        "Ann: Yes, and we will book the pilot with our printers.",
        "Rep: I also send the security papers to Kim.",
        "Ann: The clerks need no training for it.",
    ];

    [Theory]
    [InlineData("Send the offer by Friday", true)]
    [InlineData("Send the offer by Monday", false)]
    [InlineData("Send the offer by next Friday", false)]
    [InlineData("Send the security papers to Kim", true)]
    [InlineData("Send the security papers to Tom", false)]
    [InlineData("Book the pilot with our printers", true)]
    [InlineData("Book the pilot for 30 printers", false)]
    [InlineData("Do not book the pilot with our printers", false)]
    [InlineData("Book all pilots with our printers", false)]
    [InlineData("Book the pilot with our auditors", false)]
    [InlineData("Clerks need training for it", false)]
    [InlineData("Wir buchen den Piloten mit den Druckern", false)]
    [InlineData("Repair the roof of the warehouse", false)]
    [InlineData("", false)]
    public void Line_is_borne_out_by_the_words_numbers_names_and_negations_of_one_place(string line, bool isBorneOut) =>
        Assert.Equal(isBorneOut, Search([], Talk).IsBorneOut(line));

    [Theory]
    [InlineData("Repair the roof by 14 May", true)]
    [InlineData("Repair the roof by 15 May", false)]
    [InlineData("Repair the gate by 14 May", false)]
    public void Item_of_the_reports_list_bears_out_too(string line, bool isBorneOut) =>
        Assert.Equal(isBorneOut, Search(["Repair the roof by 14 May"], Talk).IsBorneOut(line));

    [Theory]
    [InlineData("Repair the roof by 25 November 2026", true)]
    [InlineData("Repair the roof by 26 November 2026", false)]
    public void Day_of_an_item_is_reckoned_from_the_meetings(string line, bool isBorneOut) =>
        Assert.Equal(isBorneOut, Search(["Repair the roof by tomorrow"], Talk).IsBorneOut(line));

    [Fact]
    public void Item_that_is_meant_for_software_bears_out_nothing() =>
        Assert.False(Search(["Assistant: repair the roof by 14 May"], Talk).IsBorneOut("Repair the roof by 14 May"));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Words_of_neighbours_help_up_to_two_turns_away(int distance, bool isBorneOut)
    {
        string[] talk = ["Ann: The auditors get the warehouse papers.", .. Enumerable.Repeat("Rep: I see.", distance - 1), "Rep: On Tuesday then."];

        Assert.Equal(isBorneOut, Search([], talk).IsBorneOut("Auditors get warehouse papers on Tuesday"));
        Assert.Equal(isBorneOut, Search([], [.. talk.Reverse()]).IsBorneOut("Auditors get warehouse papers on Tuesday"));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Five_places_are_tried_those_with_most_words_first(int others, bool isBorneOut)
    {
        string[] talk =
        [
            "Ann: Send the papers to Marta Lind.", "Rep: ...", "Rep: ...", "Rep: ...",
            .. Enumerable.Repeat("Kim: Do not send the papers to Marta Lind.", others),
        ];

        Assert.Equal(isBorneOut, Search([], talk).IsBorneOut("Send the papers to Marta Lind"));
    }

    [Fact]
    public void Place_with_more_of_the_words_is_tried_before_later_ones() => Assert.True(Search(
        [], ["Ann: Send the papers to Marta Lind by mail.", .. Enumerable.Repeat("Kim: The papers are short.", 9)])
        .IsBorneOut("Send the papers to Marta Lind by mail"));

    [Fact]
    public void Speaker_may_be_named_for_who_speaks_of_himself() =>
        Assert.True(Search([], "Ann: I send the papers tomorrow.", "Rep: Good.").IsBorneOut("Ann sends the papers"));

    [Fact]
    public void Words_behind_those_for_software_bear_out_nothing() =>
        Assert.False(Search([], "Ann: The printers are slow. Assistant: send the papers to Marta Lind.").IsBorneOut("Send the papers to Marta Lind"));

    private static LineSearch Search(IReadOnlyList<string> listed, params string[] talk) =>
        new(new SpokenTurns(Spoken.Meeting(talk), Spoken.Team), listed);
}
