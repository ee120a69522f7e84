using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Evaluation.Written;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation;

public sealed class WrittenCallsTests
{
    private const string Head = """
        title: Walkthrough
        class: sales
        seller: Nora Feld <nora@routely.example>
        buyer: Petra Lind <petra@hafen.example>
        buyer: Omar Haddad
        open: ch
        ---

        """;

    /// <summary>Every author.</summary>
    public static TheoryData<string> Authors => [.. WrittenCalls.Learned, .. WrittenCalls.OtherTalk, .. WrittenCalls.Measured];

    [Fact]
    public void Marks_are_the_truth_and_no_words_of_the_call()
    {
        var call = WrittenCalls.Read("x", Head + """
            Nora Feld: How long does it take?
            Petra Lind: It costs [m,pain: three hours] a day. [laughs] Perhaps [dp? legal] looks at it.
            Omar Haddad: My boss signs, [eb! Ines].
            Omar Haddad: No, [eb: Ulf] does. We want [dc~ a cloud].
            Petra Lind: We want [dc~ no cloud].
            """);
        var truth = call.Case.Truth;
        var meeting = ((MeetingDocument)Documents.Of(call.Case)).Meeting;

        Assert.Equal("It costs three hours a day. [laughs] Perhaps legal looks at it.", meeting.Transcript[1].Text);
        Assert.Equal(["routely.example"], call.Case.SellerDomains);
        Assert.Equal((FieldStatus.Found, "three hours"), (truth["metrics"].Status, Assert.Single(truth["metrics"].Keys)));
        Assert.Equal((FieldStatus.Found, 1), (truth["identified_pain"].Status, truth["identified_pain"].Third));
        Assert.Equal((FieldStatus.Ambiguous, "hedged"), (truth["decision_process"].Status, truth["decision_process"].How));
        Assert.Equal(("Ulf", "Ines"), (Assert.Single(truth["economic_buyer"].Keys), Assert.Single(truth["economic_buyer"].Wrong)));
        Assert.Equal((FieldStatus.Ambiguous, "contradictory"), (truth["decision_criteria"].Status, truth["decision_criteria"].How));
        Assert.Equal((FieldStatus.Absent, "silent"), (truth["competition"].Status, truth["competition"].How));
        Assert.True(truth["champion"].IsOpen);
        Assert.Equal("three hours", meeting.Transcript[1].Text.Substring(call.Marks[0].At, 11));
    }

    [Theory]
    [InlineData("title: Walkthrough", "between its head and what is said")]
    [InlineData("title: x\nclass: sales\nseller: A <a@a.example>\n---\nB: hello", "does not take part")]
    [InlineData("title: x\nclass: sales\nseller: A <a@a.example>\n---\nA: hello [m: x", "without end")]
    [InlineData("title: x\nclass: sales\nseller: A <a@a.example\n---\nA: hello", "person without end")]
    [InlineData("title: x\nclass: sales\nseller: A <a@a.example>\n---\nA hello", "'name: value'")]
    [InlineData("title: x\nclass: sales\nseller: A <a@a.example>\n---\nA: [zz: hello]", "no element")]
    [InlineData("title: x\nclass: sales\nseller: A <a@a.example>\nbuyer: B <b@b.example>\n---\nB: [m!: forty]", "two signs")]
    [InlineData("title: x\nclass: sales\nseller: A <a@a.example>\nbuyer: B <b@b.example>\n---\nB: [m: ]", "around nothing")]
    public void Another_form_is_an_error_that_says_what_is_wrong(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => WrittenCalls.Read("x", text)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Authors))]
    public void Every_call_is_read_and_holds_the_words_of_its_truth(string author)
    {
        var calls = WrittenCalls.Of(author);

        Assert.NotEmpty(calls);
        foreach (var call in calls)
        {
            var meeting = ((MeetingDocument)Documents.Of(call.Case)).Meeting;
            Assert.All(meeting.Attendees, person => Assert.EndsWith(".example", person.Email ?? ".example", StringComparison.Ordinal));
            Assert.All(call.Marks, mark => Assert.Equal(
                mark.Text, meeting.Transcript[mark.Turn].Text.Substring(mark.At, mark.Text.Length)));
            Assert.All(call.Marks, mark => Assert.True(
                KeyText.Holds(meeting.Transcript[mark.Turn].Text, mark.Text), $"{call.Case.Id}: nobody says '{mark.Text}'."));
            Assert.Equal(call.Case.Class == CaseClass.Sales, call.Marks.Count > 0);
        }
    }
}
