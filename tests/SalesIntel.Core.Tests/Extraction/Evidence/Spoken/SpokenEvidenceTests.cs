using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a meeting proves of an element, and of lines that need no quote.</summary>
public sealed class SpokenEvidenceTests
{
    private static readonly LeadField Steps = MeetingFields.NextSteps;

    [Fact]
    public void No_claims_leave_the_field_empty() => Assert.Equal(FieldValue.Absent, Of("metrics", [], out _, "Ann: Hello."));

    [Fact]
    public void Claim_without_quote_and_text_is_none()
    {
        Assert.Equal(FieldValue.Absent, Of("metrics", [new SpokenClaim("metrics", "", null, "")], out var issues, "Ann: Hello."));
        Assert.Empty(issues);
    }

    [Fact]
    public void Proven_and_unproven_claims_stand_beside_each_other_and_the_unproven_one_is_reported()
    {
        var value = Of(
            "metrics",
            [
                new SpokenClaim("metrics", "We lose forty labels a week", 1, ""), new SpokenClaim("metrics", "", 1, "Ninety labels a week"),
                new SpokenClaim("metrics", "We lose forty labels a week", 1, ""),
            ],
            out var issues,
            "Ann: We lose forty labels a week.");

        Assert.Equal(("We lose forty labels a week", FieldStatus.Found), (value.Text, value.Status));
        Assert.Equal([("", ClaimSupport.Supported), ("Ninety labels a week", ClaimSupport.Unsupported)], value.Claims.Select(claim => (claim.Text, claim.Support)));
        Assert.Equal(["metrics: has no quote, unconfirmed"], issues);
    }

    [Fact]
    public void Unproven_claim_alone_is_no_value()
    {
        var value = Of("metrics", [new SpokenClaim("metrics", "", 1, "Ninety labels a week")], out _, "Ann: Hello.");

        Assert.Equal(("", FieldStatus.Absent, 1), (value.Text, value.Status, value.Claims.Count));
    }

    [Fact]
    public void Several_statements_are_lines_and_each_keeps_its_words()
    {
        var value = Of("metrics", Quotes("metrics", "We lose forty labels a week", "A recall costs ten thousand dollars"), out _,
            "Ann: We lose forty labels a week.", "Ann: A recall costs ten thousand dollars.");

        Assert.Equal("We lose forty labels a week\nA recall costs ten thousand dollars", value.Text);
        Assert.Equal(["We lose forty labels a week", "A recall costs ten thousand dollars"], value.Claims.Select(claim => claim.Text));
    }

    [Fact]
    public void Same_words_said_twice_are_one_line()
    {
        var value = Of("metrics", [.. Enumerable.Range(1, 2).Select(turn => new SpokenClaim("metrics", "We lose forty labels a week", turn, ""))], out _,
            "Ann: We lose forty labels a week.", "Ann: We lose forty labels a week.");

        Assert.Equal(("We lose forty labels a week", 2), (value.Text, value.Claims.Count));
    }

    [Fact]
    public void What_is_not_sure_is_shown_only_where_nothing_else_stands()
    {
        string[] talk = ["Ann: Maybe clerks lose labels each week.", "Ann: A recall costs ten thousand dollars."];
        var unsure = Of("metrics", Quotes("metrics", "Maybe clerks lose labels each week"), out _, talk);
        var both = Of("metrics", Quotes("metrics", "Maybe clerks lose labels each week", "A recall costs ten thousand dollars"), out _, talk);

        Assert.Equal(("Maybe clerks lose labels each week", FieldStatus.Ambiguous), (unsure.Text, unsure.Status));
        Assert.Equal(("A recall costs ten thousand dollars", FieldStatus.Found), (both.Text, both.Status));
    }

    [Fact]
    public void Corrected_statement_is_shown_no_more_even_where_the_correction_is_unclear()
    {
        var value = Of(
            "metrics",
            Quotes("metrics", "A recall costs ten thousand dollars", "No wait, it's twelve thousand dollars", "A recall costs nine thousand dollars"),
            out _,
            "Ann: A recall costs ten thousand dollars.", "Ann: No wait, it's twelve thousand dollars.", "Rep: Well.", "Rep: Well.", "Rep: Well.",
            "Ann: A recall costs nine thousand dollars.");

        Assert.DoesNotContain("ten thousand", value.Text, StringComparison.Ordinal);
        Assert.True(value.Claims[0].Superseded);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public void Twelve_lines_are_shown(int statements)
    {
        string[] said = [.. Enumerable.Range(0, statements).Select(i => $"Printer {(char)('a' + i)}{(char)('a' + i)} loses labels each week")];
        var value = Of("metrics", Quotes("metrics", said), out _, [.. said.Select(one => $"Ann: {one}.")]);

        Assert.Equal((12, statements), (value.Text.Split('\n').Length, value.Claims.Count));
    }

    [Fact]
    public void Lines_are_written_where_the_meeting_bears_them_out()
    {
        var value = Lines("Send the offer by next Friday\n\n Repair the roof \nCall the bank", out var issues);

        Assert.Equal(("Send the offer by next Friday (Friday: 2026-11-27)", FieldStatus.Found), (value.Text, value.Status));
        Assert.Equal(
            [("Send the offer by next Friday (Friday: 2026-11-27)", ClaimSupport.Supported), ("Repair the roof", ClaimSupport.Unsupported),
                ("Call the bank", ClaimSupport.Unsupported)],
            value.Claims.Select(claim => (claim.Text, claim.Support)));
        Assert.Equal([$"{Steps.Name}: not in the transcript, unconfirmed: 2 of 3 items"], issues);
    }

    [Fact]
    public void Lines_that_are_all_borne_out_need_no_claims()
    {
        var value = Lines("Send the offer\nBook the pilot", out var issues);

        Assert.Equal(("Send the offer\nBook the pilot", FieldStatus.Found, 0), (value.Text, value.Status, value.Claims.Count));
        Assert.Empty(issues);
    }

    [Fact]
    public void Lines_that_nothing_bears_out_are_claims_alone()
    {
        var value = Lines("Repair the roof", out var issues);

        Assert.Equal(("", FieldStatus.Absent), (value.Text, value.Status));
        Assert.Equal([("Repair the roof", ClaimSupport.Unsupported)], value.Claims.Select(claim => (claim.Text, claim.Support)));
        Assert.Equal([$"{Steps.Name}: not in the transcript, unconfirmed: 1 of 1 item"], issues);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void No_lines_leave_the_field_empty(string lines)
    {
        Assert.Equal(FieldValue.Absent, Lines(lines, out var issues));
        Assert.Empty(issues);
    }

    [Fact]
    public void Item_of_the_reports_list_is_borne_out_by_itself() =>
        Assert.Equal(FieldStatus.Found, Lines("Repair the roof", out _, "Repair the roof").Status);

    private static FieldValue Lines(string lines, out IReadOnlyList<string> issues, params string[] listed)
    {
        var report = new FieldText(new ExtractionOptions());
        var meeting = Spoken.Meeting("Rep: I send the offer by next Friday.", "Ann: Good, and we book the pilot then.");
        var value = new SpokenEvidence(meeting, Spoken.Team, report).Lines(Steps, lines, listed);
        issues = report.Issues;
        return value;
    }

    private static SpokenClaim[] Quotes(string name, params string[] quotes) => [.. quotes.Select(quote => new SpokenClaim(name, quote, null, ""))];

    private static FieldValue Of(string name, SpokenClaim[] claims, out IReadOnlyList<string> issues, params string[] turns)
    {
        var report = new FieldText(new ExtractionOptions());
        var element = Spoken.Element(name);
        var value = new SpokenEvidence(Spoken.Meeting(turns), Spoken.Team, report)
            .Of(element, QualificationFrameworks.Meddic.FieldOf(element), claims);
        issues = report.Issues;
        return value;
    }
}
