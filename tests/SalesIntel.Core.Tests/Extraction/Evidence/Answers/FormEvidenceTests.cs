using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a form proves of a value: an answer's words, a fact of the form, an inference, or nothing.</summary>
public sealed class FormEvidenceTests
{
    [Theory]
    [InlineData("company_name", "Velvet Press", "Who are you?", "I work at Velvet Press.", true)]
    [InlineData("company_name", "Velvet Press", "Which tools do you use?", "Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "Which tools do you use at your company?", "Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "What is your company?", "Velvet Press", true)]
    [InlineData("company_name", "Velvet Press", "Who are you?", "I do not work at Velvet Press.", false)]
    [InlineData("company_name", "Velvet Press", "Who are you?", "I was at Velvet Press until 2014.", true)]
    [InlineData("company_name", "Velvet Press", "Who are you?", "Formerly Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "What do you do?", "We print for Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "Your company?", "We print for Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "What do you do?", "I print for Velvet Press", true)]
    [InlineData("company_name", "Velvet Press", "What do you do?", "We are Velvet Press and print for anybody", true)]
    [InlineData("company_name", "Velvet Press", "How did you find us?", "I left Velvet Press in May", false)]
    [InlineData("company_name", "Velvet Press", "What do you do?", "Our client Velvet Press told us to look", false)]
    [InlineData("company_name", "Velvet Press", "What do you do?", "My old boss at Velvet Press uses it", false)]
    [InlineData("company_name", "Reisen Velvet", "What do you do?", "Reisen Velvet", true)]
    [InlineData("company_name", "Velvet Press", "Was tun Sie?", "Wir drucken für Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "Que faites-vous ?", "Nous imprimons pour Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "¿Qué hacen?", "Imprimimos para Velvet Press", false)]
    [InlineData("company_name", "Velvet Press", "O que fazem?", "Imprimimos para a Velvet Press", false)]
    [InlineData("country", "Norway", "What do you do?", "We ship to Norway", false)]
    [InlineData("team_size", "30", "Team?", "My colleague runs a team of 30, mine is 5", false)]
    [InlineData("team_size", "5", "Team?", "My colleague runs a team of 30, mine is 5", true)]
    [InlineData("bant_budget_signal", "90k", "Budget?", "My last client paid 90k for theirs", false)]
    [InlineData("tools_in_use", "Pipit", "Which tools do you use?", "We ship to Norway with Pipit", true)]
    [InlineData("country", "Norway", "What do you do?", "We are in Norway and ship to Iceland", true)]
    [InlineData("city", "Lisbon", "When?", "We are travelling to Lisbon in May", false)]
    [InlineData("city", "Husum", "Wo sitzen Sie?", "In Husum, wir liefern aber nach Bergen", true)]
    [InlineData("city", "Bergen", "Wo sitzen Sie?", "In Husum, wir liefern aber nach Bergen", false)]
    [InlineData("company_name", "Velvet Press", "Company and tools in use?", "Velvet Press, Excel", true)]
    [InlineData("tools_in_use", "www.velvet.example", "Which tools do you use?", "velvet.example", false)]
    [InlineData("company_website", "velvet.example", "Which tools do you use?", "velvet.example", false)]
    [InlineData("company_website", "https://www.velvet.example", "Who are you?", "See velvet.example", true)]
    [InlineData("company_website", "http://velvet.example", "Who are you?", "See velvet.example", true)]
    [InlineData("company_website", "WWW.velvet.example", "Who are you?", "See velvet.example", true)]
    [InlineData("company_website", "shop.velvet.example", "Who are you?", "See velvet.example", false)]
    [InlineData("industry", "Packaging", "Which tools do you use?", "Packaging", true)]
    [InlineData("tools_in_use", "Excel", "Which tools do you use?", "Formerly Excel", false)]
    [InlineData("tools_in_use", "Excel", "Which tools do you use?", "Excel", true)]
    [InlineData("city", "Bergen", "Who are you?", "We sit in Bergen until May", true)]
    [InlineData("team_size", "30 people", "How many are you?", "30 people at most", false)]
    [InlineData("team_size", "30 people", "How many are you?", "30 people", true)]
    public void Words_of_an_answer_prove_a_value_unless_it_is_about_something_else_denied_or_limited(
        string field, string text, string question, string answer, bool isProven)
    {
        var value = Of(Filled.Form("a@gmail.com", (question, answer)) with { TimeZone = "" }, field, new AnswerClaim("", "", text));

        Assert.Equal(isProven, value.IsWritable && value.Text == text && value.InferredFrom.Length == 0);
    }

    [Theory]
    [InlineData("Tom Ruiz", "Who decides on a tool?", "Tom Ruiz decides", false)]
    [InlineData("Tom Ruiz", "Who decides on a tool?", "Tom Ruiz recommended you", true)]
    [InlineData("Tom Ruiz", "Who decides on a tool?", "Ines recommended you. Tom Ruiz decides", false)]
    [InlineData("Tom Ruiz", "Who decides on a tool?", "Tom Ruiz recommended you. Ines decides", true)]
    [InlineData("Tom Ruiz", "Which problems, and which budget do you have?", "Tom Ruiz", true)]
    [InlineData("Tom Ruiz", "How did you hear about us?", "Tom Ruiz", true)]
    [InlineData("Tom Ruiz", "What hurts?", "Tom Ruiz", true)]
    [InlineData("Tom Ruiz", "What are your goals?", "Tom Ruiz", true)]
    [InlineData("Tom Ruiz", "Anything else?", "Tom Ruiz", true)]
    public void Who_decides_has_referred_nobody_unless_the_sentence_says_so(string text, string question, string answer, bool isProven) =>
        Assert.Equal(isProven, Of(Filled.Form((question, answer)), "referred_by", new AnswerClaim("", "", text)).IsWritable);

    [Theory]
    [InlineData("google ads", "Google Ads", true)]
    [InlineData("utm_google_ads", "Google Ads", true)]
    [InlineData("google", "Google Ads", false)]
    [InlineData("ads of google", "Google Ads", true)]
    [InlineData("google ads", "½", false)]
    public void Tracking_values_tell_what_referred(string tracking, string text, bool isProven)
    {
        var known = new Dictionary<string, string> { ["utm_source"] = tracking, ["x"] = "y" };
        var form = Filled.Form(("Who?", "We")) with { Tracking = known };

        Assert.Equal(isProven ? "the tracking values" : "", Of(form, "referred_by", new AnswerClaim("", "", text)).InferredFrom);
        Assert.Equal("", Of(form, "industry", new AnswerClaim("", "", text)).InferredFrom);
    }

    [Theory]
    [InlineData("company_name", "Harrow Pine", "the mail domain")]
    [InlineData("company_website", "harrowpine.example", "the mail domain")]
    [InlineData("country", "Germany", "the time zone")]
    [InlineData("city", "Berlin", "the time zone")]
    [InlineData("city", "Hamburg", null)]
    [InlineData("industry", "Harrow Pine", null)]
    public void Fact_from_which_a_value_follows_is_named(string field, string text, string? from)
    {
        var value = Of(Filled.Form(("Who?", "We")), field, new AnswerClaim("", "", text));

        Assert.Equal((from is not null, from ?? ""), (value.IsWritable, value.InferredFrom));
        Assert.Equal(from is null ? 1 : 0, value.Claims.Count);
    }

    [Theory]
    [InlineData("first_name", "Sunniva", true)]
    [InlineData("first_name", "Ines", true)]
    [InlineData("first_name", "Sunniva Ines", true)]
    [InlineData("first_name", "Sunniva Marta", false)]
    [InlineData("last_name", "Hartley", true)]
    [InlineData("last_name", "Faro", true)]
    [InlineData("last_name", "mailbox", true)]
    [InlineData("last_name", "harrowpine", false)]
    [InlineData("last_name", "Lind", false)]
    [InlineData("industry", "Sunniva", false)]
    [InlineData("phone", "+49 30 555 12", true)]
    [InlineData("phone", "030 555 12", false)]
    [InlineData("phone", "555 12", true)]
    [InlineData("phone", "555 13", false)]
    [InlineData("phone", "call me", false)]
    public void Name_and_number_of_the_form_itself_need_no_answer(string field, string text, bool isProven)
    {
        var form = Filled.Form("mailbox@harrowpine.example", ("Who?", "We print labels for shops")) with
        {
            FirstName = "Ines", LastName = "Faro", Phone = "+49 (30) 555-12",
        };
        var value = Of(form, field, new AnswerClaim("", "", text));

        Assert.Equal((isProven, ""), (value.IsWritable, value.InferredFrom));
        Assert.Equal(isProven ? 0 : 1, value.Claims.Count);
    }

    [Fact]
    public void Form_without_a_number_or_address_proves_none()
    {
        Assert.False(Of(Filled.Form(("Who?", "We")), "phone", new AnswerClaim("", "", "555 12")).IsWritable);
        Assert.False(Of(Filled.Form("nobody", ("Who?", "We")), "last_name", new AnswerClaim("", "", "nobody")).IsWritable);
    }

    [Theory]
    [InlineData("stated_pain_points", "Labels lost each week", true)]
    [InlineData("industry", "Labels lost each week", true)]
    [InlineData("state_or_region", "Labels lost each week", false)]
    [InlineData("company_name", "Labels lost each week", false)]
    [InlineData("city", "Labels lost each week", false)]
    [InlineData("phone", "Labels lost each week", false)]
    public void What_is_no_name_may_be_said_in_other_words(string field, string text, bool isProven) => Assert.Equal(
        isProven,
        Of(Filled.Form(("What hurts?", "Each week we lost some labels.")) with { Phone = "1" }, field,
            new AnswerClaim("", "", text)).IsWritable);

    [Theory]
    [InlineData(FieldKind.Text, "each week we lost some labels")]
    [InlineData(FieldKind.Lines, "each week we lost some labels")]
    [InlineData(FieldKind.Choice, "")]
    [InlineData(FieldKind.Number, "")]
    [InlineData(FieldKind.Email, "")]
    public void Quote_stands_for_a_text_alone(FieldKind kind, string expected) => Assert.Equal(
        expected,
        Of(
            Filled.Form(("What hurts?", "In fact each week we lost some labels.")), new LeadField("own") { Kind = kind },
            new AnswerClaim("", "each week we lost some labels", "All labels are a mess everywhere")).Text);

    [Fact]
    public void Reading_of_an_answer_about_others_is_not_who_referred()
    {
        var claim = new AnswerClaim("", "the chief decides with Tom", "The whole chiefs gang decides");

        Assert.False(Of(Filled.Form(("Who decides on a tool?", "Here the chief decides with Tom.")), "referred_by", claim).IsWritable);
        Assert.True(Of(Filled.Form(("Anything else?", "Here the chief decides with Tom.")), "referred_by", claim).IsWritable);
    }

    [Theory]
    [InlineData("a@gmail.com", "company_name", "Velvet", "Who?", "We", "dropped, it is not stated and a free-mail domain names no company")]
    [InlineData("a@gmail.com", "company_name", "www.velvet", "Who?", "velvet",
        "dropped, it is not stated and a free-mail domain names no company")]
    [InlineData("a@gmail.com", "company_name", "Gmail", "Who?", "Gmail",
        "dropped, it is not stated and a free-mail domain names no company")]
    [InlineData("a@gmail.com", "company_name", "Gmail", "What is your company?", "Gmail", null)]
    [InlineData("a@gmail.com", "company_name", "Velvet", "Who?", "Velvet", null)]
    [InlineData("a@gmail.com", "company_website", "https://www.velvet.example", "Who?", "velvet.example", null)]
    [InlineData("a@gmail.com", "country", "Germany", "Who?", "We", null)]
    [InlineData("a@velvet.example", "company_name", "Velvet", "What is your company?", "n/a", "dropped, the form says that there is none")]
    [InlineData("a@velvet.example", "company_name", "Velvet", "What is your company?", "", null)]
    [InlineData("a@velvet.example", "country", "Germany", "Which country?", "-", "dropped, the form says that there is none")]
    [InlineData("a@velvet.example", "country", "Germany", "What is your company?", "-", null)]
    public void What_can_not_be_true_is_left_out_and_reported(
        string email, string field, string text, string question, string answer, string? reason)
    {
        var report = new FieldText(new ExtractionOptions());
        var value = new FormEvidence(Filled.Form(email, (question, answer))).Of(Field(field), [new AnswerClaim("", "", text)], report);

        Assert.Equal(reason is null ? [] : [$"{field}: {reason}"], report.Issues);
        Assert.Equal(reason is null, value.IsWritable);
        Assert.True(reason is null || value == FieldValue.Absent);
    }

    [Fact]
    public void Denied_value_that_stands_elsewhere_is_kept()
    {
        var form = Filled.Form("a@x.example", ("What is your company?", "n/a"), ("Who are you?", "I run Velvet Press"));

        Assert.True(Of(form, "company_name", new AnswerClaim("", "", "Velvet Press")).IsWritable);
    }

    [Fact]
    public void Lines_are_proven_one_by_one_and_the_unproven_ones_reported()
    {
        var report = new FieldText(new ExtractionOptions());
        var value = new FormEvidence(Filled.Form(("What hurts?", "Reprints, and late labels."))).Of(
            Field("stated_pain_points"),
                [new AnswerClaim("", "", "- Reprints\n\n• late labels \n* Reprints"), new AnswerClaim(" Q\n?", " fire\nsale ", "Fire")],
                report);

        Assert.Equal("Reprints\nlate labels", value.Text);
        Assert.Equal(
            [("Reprints", "What hurts?", "Reprints, and late labels."), ("late labels", "What hurts?", "Reprints, and late labels."),
                ("Fire", "Q ?", "fire sale")],
            value.Claims.Select(claim => (claim.Text, claim.Question, claim.Quote)));
        Assert.Equal(["stated_pain_points: in no answer, unconfirmed: 1 of 4 values"], report.Issues);
    }

    [Fact]
    public void Field_of_another_kind_has_no_lines() => Assert.Equal(
        "+49 30\n555 12",
        Of(Filled.Form(("Who?", "We")) with { Phone = "+49 30 555 12" }, "phone", new AnswerClaim("", "", "+49 30\n555 12")).Text);

    [Fact]
    public void Claim_that_is_the_value_does_not_repeat_it()
    {
        var value = Of(Filled.Form(("What hurts?", "Reprints")), "stated_pain_points", new AnswerClaim("", "", "Reprints"));

        Assert.Equal(("Reprints", ""), (value.Text, Assert.Single(value.Claims).Text));
    }

    [Fact]
    public void Value_that_follows_beside_an_unproven_one_has_a_claim_of_its_own()
    {
        var value = Of(
            Filled.Form(("Who?", "We")), "company_name", new AnswerClaim("", "", "Harrowpine"), new AnswerClaim("", "", "Northwind"));

        Assert.Equal([("", ClaimSupport.Supported), ("Northwind", ClaimSupport.Unsupported)],
            value.Claims.Select(claim => (claim.Text, claim.Support)));
        Assert.Equal(("Harrowpine", "the mail domain"), (value.Text, value.InferredFrom));
    }

    [Theory]
    [InlineData("Harrowpine", "Velvet")]
    [InlineData("Velvet", "Harrowpine")]
    public void Words_of_an_answer_count_before_what_follows_from_a_fact(string first, string second)
    {
        var form = Filled.Form(("Who are you?", "We are Velvet"));
        var value = Of(form, "company_name", new AnswerClaim("", "", first), new AnswerClaim("", "", second));

        Assert.Equal(($"{first}\n{second}", ""), (value.Text, value.InferredFrom));
        Assert.Equal("Velvet", Assert.Single(value.Claims).Text);
    }

    [Fact]
    public void Line_in_which_one_sentence_tells_who_referred_is_the_quote() => Assert.Equal(
        "Tom Ruiz recommended you. Ines decides",
        Of(Filled.Form(("Who decides on a tool?", "Tom Ruiz recommended you. Ines decides")), "referred_by", new AnswerClaim("", "", "Tom Ruiz"))
            .Claims.Single().Quote);

    [Fact]
    public void Nothing_proves_nothing()
    {
        Assert.Equal(FieldValue.Absent, Of(Filled.Form(("Who?", "We")), "industry"));
        Assert.Equal(FieldValue.Absent, Of(Filled.Form(("Who?", "We")), "industry", new AnswerClaim("", "", "")));
    }

    [Theory]
    [InlineData("demo_datetime_utc")]
    [InlineData("sales_rep_cheat_sheet")]
    public void Computed_values_and_advice_need_no_proof(string field)
    {
        Assert.Equal(FieldValue.Of("a"),
            Of(Filled.Form(("Who?", "We")), field, new AnswerClaim("", "", "a"), new AnswerClaim("", "", "b")));
        Assert.Equal(FieldValue.Absent, Of(Filled.Form(("Who?", "We")), field));
    }

    private static LeadField Field(string name) =>
        FieldCatalog.Default.Find(name) ?? throw new ArgumentException($"There is no field '{name}'.");

    private static FieldValue Of(Form form, string field, params AnswerClaim[] claims) => Of(form, Field(field), claims);

    private static FieldValue Of(Form form, LeadField field, params AnswerClaim[] claims) =>
        new FormEvidence(form).Of(field, claims, new FieldText(new ExtractionOptions()));
}
