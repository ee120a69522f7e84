using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Which of what a reader, the form itself and an answer to the very question say is a field's value.</summary>
public sealed class FormValuesTests
{
    private static readonly (string, string)[] Answers =
    [
        ("What is your company?", "Velvet Press"), ("Who are you?", "I sell for Inkmoor, a printer."), ("What hurts?", "Reprints."),
    ];

    [Theory]
    [InlineData("Inkmoor", true, "Velvet Press")]
    [InlineData("Inkmoor", false, "Inkmoor")]
    [InlineData("Velvet Press", true, "Velvet Press")]
    [InlineData("Velvet", true, "Velvet")]
    [InlineData("", true, "Velvet Press")]
    [InlineData("", false, "Velvet Press")]
    public void Answer_to_the_very_question_wins_over_what_a_reader_makes_of_the_rest(string read, bool isAsked, string expected)
    {
        var value = Of(LeadFields.CompanyName, read,
            new StatedAnswer([new AnswerClaim("", "", "Velvet Press")], FormTopic.Company, isAsked));

        Assert.Equal((expected, true), (value.Text, value.IsWritable));
        Assert.All(value.Claims, claim => Assert.Equal(ClaimSupport.Supported, claim.Support));
    }

    [Theory]
    [InlineData("bant_timing_signal", "Timeline", "Q2 2027, before the lease ends")]
    [InlineData("bant_budget_signal", "Budget", "Up to $600 a month")]
    [InlineData("bant_authority_signal", "Who decides?", "My partner signs")]
    public void Signal_that_the_form_asks_for_is_no_gap_where_a_model_says_nothing_of_it(string name, string question, string answer)
    {
        var field = FieldCatalog.Default.Find(name)!;
        var form = Filled.Form((question, answer));

        Assert.Equal(answer, Of(field, "", new StatedAnswers(form, [field]).Of(field), form).Text);
    }

    [Theory]
    [InlineData("bant_budget_signal", "Anything else?", "We have a budget of 40,000 euros.")]
    [InlineData("bant_authority_signal", "Your role", "Packaging Design Manager")]
    [InlineData("bant_need_signal", "What is not working today?", "One order in nine is wrong.")]
    public void Signal_that_is_only_mentioned_or_follows_is_left_to_the_model(string name, string question, string answer)
    {
        var field = FieldCatalog.Default.Find(name)!;

        Assert.Equal(StatedAnswer.None, new StatedAnswers(Filled.Form((question, answer)), [field]).Of(field));
    }

    [Theory]
    [InlineData("¿Cuántas personas la usarían?", "Cinco en administración, quizá diez más", "10", "quizá diez más", "quizá diez más")]
    [InlineData("How many users?", "8 now, maybe 20 later", "20", "maybe 20 later", "maybe 20 later")]
    [InlineData("How many users?", "8 now, maybe 20 later", "8 now", "8 now", "8 now")]
    [InlineData("When?", "Not before January", "Before January", "Not before January", "Not before January")]
    public void Answer_keeps_its_doubt_and_its_limit(string question, string answer, string claim, string quote, string expected)
    {
        var form = Filled.Form((question, answer));

        Assert.Equal(expected, new FormEvidence(form).Of(
            LeadFields.TimingSignal, [new AnswerClaim(question, quote, claim)], new FieldText(new ExtractionOptions())).Text);
    }

    [Fact]
    public void Answer_without_a_topic_wins_over_no_proven_value()
    {
        var stated = new StatedAnswer([new AnswerClaim("", "", "Velvet Press")], null, true);

        Assert.Equal("Inkmoor", Of(LeadFields.CompanyName, "Inkmoor", stated).Text);
    }

    [Theory]
    [InlineData("Northwind Cloud", "Velvet Press", "Velvet Press", true)]
    [InlineData("Northwind Cloud", "Eastwind Cloud", "", false)]
    [InlineData("Northwind Cloud", "", "", false)]
    public void Answer_stands_in_where_the_readers_value_is_not_proven_and_that_one_stays_beside_it(
        string read, string answer, string expected, bool isWritable)
    {
        AnswerClaim[] answers = answer.Length == 0 ? [] : [new AnswerClaim("", "", answer)];
        var value = Of(LeadFields.CompanyName, read, new StatedAnswer(answers, null, false), Filled.Form("a@x.example", Answers));

        Assert.Equal((expected, isWritable), (value.Text, value.IsWritable));
        Assert.Contains(value.Claims, claim => claim.Text == read && claim.Support == ClaimSupport.Unsupported);
        Assert.Equal(isWritable ? 2 : 1, value.Claims.Count);
        Assert.Equal(isWritable ? answer : "", value.Claims[0].Quote);
    }

    [Fact]
    public void Inferred_answer_stands_in_for_no_value_and_does_not_win_over_a_proven_one()
    {
        var stated = new StatedAnswer([new AnswerClaim("", "", "Harrowpine")], FormTopic.Company, true);
        var instead = Of(LeadFields.CompanyName, "Northwind Cloud", stated);

        Assert.Equal(("Harrowpine", "the mail domain"), (instead.Text, instead.InferredFrom));
        Assert.Equal([("", ClaimSupport.Supported), ("Northwind Cloud", ClaimSupport.Unsupported)],
            instead.Claims.Select(claim => (claim.Text, claim.Support)));
        Assert.Equal("Inkmoor", Of(LeadFields.CompanyName, "Inkmoor", stated).Text);
        Assert.Equal(FieldValue.Of("Harrowpine", "the mail domain"), Of(LeadFields.CompanyName, "", stated));
    }

    [Fact]
    public void Without_stated_answers_the_readers_value_is_taken()
    {
        Assert.Equal("Inkmoor", Of(LeadFields.CompanyName, "Inkmoor", null).Text);
        Assert.Equal(FieldValue.Absent, Of(LeadFields.CompanyName, "", null));
        Assert.Equal("Inkmoor", Of(LeadFields.CompanyName, "Inkmoor", StatedAnswer.None).Text);
        Assert.Equal((0, null, false), (StatedAnswer.None.Claims.Count, StatedAnswer.None.Topic, StatedAnswer.None.IsAsked));
    }

    [Fact]
    public void Number_of_the_form_stands_in_and_its_time_and_name_win()
    {
        var form = Filled.Form(("Who?", "My number is 555 77, I am Ines.")) with
        {
            Phone = "+49 30 555 12", DemoAt = new DateTimeOffset(2026, 12, 1, 9, 30, 0, TimeSpan.Zero),
        };

        Assert.Equal("+49 30 555 12", Of(LeadFields.Phone, "", null, form).Text);
        Assert.Equal("555 77", Of(LeadFields.Phone, "555 77", null, form).Text);
        Assert.Equal("2026-12-01T09:30:00Z", Of(LeadFields.DemoDateTimeUtc, "soon", null, form).Text);
        Assert.Equal("2026-12-01T09:30:00Z", Of(LeadFields.DemoDateTimeUtc, "", null, form).Text);
        Assert.Equal("Sunniva", Of(LeadFields.FirstName, "Ines", null, form).Text);
        Assert.Equal("Sunniva", Of(LeadFields.FirstName, "Sunniva", null, form).Text);
        Assert.Equal("Ines", Of(LeadFields.FirstName, "Ines", null, form with { Name = "" }).Text);
    }

    [Fact]
    public void First_and_last_name_that_a_reader_tells_complete_each_other()
    {
        var form = Filled.Form(("Who are you?", "Ines Faro")) with { Name = "" };
        var values = new FormValues(form, new FieldText(new ExtractionOptions())).Of(
            [LeadFields.FirstName, LeadFields.LastName], field =>
                [new AnswerClaim("", "", field == LeadFields.FirstName ? "Ines" : "Faro")]);

        Assert.Equal(("Ines", "Faro"), (values[LeadFields.FirstName].Text, values[LeadFields.LastName].Text));
    }

    [Fact]
    public void Quote_stands_for_a_claim_without_a_text_and_an_empty_claim_is_none()
    {
        Assert.Equal("Reprints.", Of(LeadFields.PainPoints, null, Filled.Form(Answers), new AnswerClaim("", "Reprints.", "")).Text);
        Assert.Equal("Reprints", Of(LeadFields.PainPoints, null, Filled.Form(Answers), new AnswerClaim("", "Who", "Reprints")).Text);
        Assert.Equal(FieldValue.Absent, Of(LeadFields.PainPoints, null, Filled.Form(Answers), new AnswerClaim("", "", "n/a")));
    }

    [Fact]
    public void Gaps_are_worked_out_where_they_are_a_field()
    {
        LeadField[] fields = [LeadFields.BudgetSignal, LeadFields.NeedSignal, LeadFields.QualificationGaps];
        var form = Filled.Form(("What hurts?", "Reprints."));

        Assert.Equal("Budget: no signal in the booking", Read(fields)[LeadFields.QualificationGaps].Text);
        Assert.Equal(FieldValue.Absent, Read(fields[..2])[LeadFields.QualificationGaps]);
        Assert.Equal("Reprints.", Read(fields)[LeadFields.NeedSignal].Text);

        LeadValues Read(LeadField[] all) => new FormValues(form, new FieldText(new ExtractionOptions()))
            .Of(all, field => field == LeadFields.NeedSignal ? [new AnswerClaim("", "", "Reprints.")] : []);
    }

    [Fact]
    public void Advice_is_joined_by_lines_and_keeps_to_what_is_proven()
    {
        var report = new FieldText(new ExtractionOptions());
        var values = new FormValues(Filled.Form(("What hurts?", "Reprints take 14 days.")), report).Of(
            [LeadFields.DemoFocus, LeadFields.PainPoints],
            field => field == LeadFields.DemoFocus
                ? [new AnswerClaim("", "", "Show labels."), new AnswerClaim("", "", "n/a"),
                    new AnswerClaim("", "", "Ask about the 14 days."), new AnswerClaim("", "", "Ask about 30 days.")]
                : [new AnswerClaim("", "", "Reprints")]);

        Assert.Equal("Show labels.\nAsk about the 14 days.", values[LeadFields.DemoFocus].Text);
        Assert.Equal("Reprints", values[LeadFields.PainPoints].Text);
        Assert.Equal(["demo_focus_recommendations: 1 sentence with what no answer says dropped"], report.Issues);
    }

    private static FieldValue Of(LeadField field, string read, StatedAnswer? stated, Form? form = null) => Of(
        field, stated, form ?? Filled.Form(Answers), read.Length == 0 ? [] : [new AnswerClaim("", "", read)]);

    private static FieldValue Of(LeadField field, StatedAnswer? stated, Form form, params AnswerClaim[] claims) =>
        new FormValues(form, new FieldText(new ExtractionOptions())).Of([field], _ => claims, stated is null ? null : _ => stated)[field];
}
