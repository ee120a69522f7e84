using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What was read is brought into the form of its field, whoever read it.</summary>
public class FieldTextTests
{
    [Theory]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("—")]
    [InlineData("...")]
    [InlineData("🎨")]
    [InlineData(" \n ")]
    [InlineData("unknown")]
    [InlineData("Not stated.")]
    public void Text_that_says_nothing_is_no_value(string text) => Is("", [], new LeadField("f"), text);

    [Fact]
    public void Name_of_a_person_may_be_a_word_that_elsewhere_says_nothing()
    {
        Is("Null", [], LeadFields.LastName, "Null");
        Is("", [], LeadFields.LastName, "null");
        Is("", [], LeadFields.CompanyName, "Null");
    }

    [Fact]
    public void Answer_that_names_nothing_is_no_value_where_something_is_to_be_named_and_one_elsewhere()
    {
        LeadField[] naming = [LeadFields.CompanyName, LeadFields.CompanyType, LeadFields.Industry, LeadFields.City, LeadFields.ReferredBy];
        Assert.All(naming, field => Is("", [], field, "No"));
        Is("", [], LeadFields.CompanyName, "[object Object]");
        Is("No", [], LeadFields.LastName, "No");
        Is("no", [], LeadFields.AdditionalNotes, "no");
        Is("no", [], new LeadField("has_printer"), "no");
    }

    [Theory]
    [InlineData("Quill Print (inferred from the mail domain)", "Quill Print")]
    [InlineData("Sweden (Inferred)", "Sweden")]
    [InlineData("One (inferred)\nTwo (inferred from the answers)", "One\nTwo")]
    [InlineData("Reprints (too many)", "Reprints (too many)")]
    [InlineData("(inferred)", "(inferred)")]
    public void Remark_on_the_origin_is_taken_off(string text, string expected) => Is(expected, [], new LeadField("f"), text);

    [Fact]
    public void Remark_in_advice_stays() =>
        Is("Company: Quill (inferred from the mail domain)", [], LeadFields.CheatSheet, "Company: Quill (inferred from the mail domain)");

    [Theory]
    [InlineData("Hot", "Hot")]
    [InlineData("HOT!", "Hot")]
    [InlineData("super hot", "Super-hot")]
    [InlineData("Super_Hot", "Super-hot")]
    [InlineData("medium", "Warm")]
    public void Choice_is_read_by_the_ladder(string text, string expected) =>
        Is(expected, [], QualificationFrameworks.Meddic.Confidence, text);

    [Theory]
    [InlineData("Warm/Hot")]
    [InlineData("maybe")]
    public void Choice_is_never_guessed(string text) =>
        Is("", ["meddic_confidence: is none of the allowed values"], QualificationFrameworks.Meddic.Confidence, text);

    [Fact]
    public void Choice_of_an_own_field_knows_no_synonyms_of_other_words()
    {
        var field = new LeadField("size") { Kind = FieldKind.Choice, Choices = ["Small", "Large", "A+", "A-"] };
        Is("Small", [], field, "small");
        Is("A-", [], field, "A-");
        Is("", ["size: is none of the allowed values"], field, "a");
        Is("", ["size: is none of the allowed values"], field, "high");
    }

    [Theory]
    [InlineData("400", "400")]
    [InlineData("1,200", "1200")]
    [InlineData("12.000.000", "12000000")]
    [InlineData("1 200", "1200")]
    public void Number_in_digits_is_read(string text, string expected) =>
        Is(expected, [], new LeadField("f") { Kind = FieldKind.Number }, text);

    [Theory]
    [InlineData("about 400")]
    [InlineData("51-200")]
    [InlineData("2.5")]
    [InlineData("1,20")]
    public void Number_is_never_guessed(string text) =>
        Is("", ["f: dropped, it is no whole number"], new LeadField("f") { Kind = FieldKind.Number }, text);

    [Theory]
    [InlineData(FieldKind.DateTime, "2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00Z")]
    [InlineData(FieldKind.Url, "https://quill.example (their shop)", "https://quill.example")]
    [InlineData(FieldKind.Email, " Ada@Quill.example ", "ada@quill.example")]
    [InlineData(FieldKind.DateTime, "December 1, 2026 10:00 AM", "2026-12-01T10:00:00Z")]
    [InlineData(FieldKind.Url, "See https://quill.example/shop.", "https://quill.example/shop")]
    [InlineData(FieldKind.Email, "Ada Quill <Ada@Quill.example>", "ada@quill.example")]
    [InlineData(FieldKind.Phone, "+46 70 123 45 67", "+46 70 123 45 67")]
    [InlineData(FieldKind.Phone, "WhatsApp: +46 70 123 45 67, after 6 pm", "+46 70 123 45 67")]
    [InlineData(FieldKind.Phone, "+1 202 555 0162 ext. 12", "+1 202 555 0162 ext. 12")]
    [InlineData(FieldKind.Lines, "SSO\nn/a\nAudit log\n-", "SSO\nAudit log")]
    public void Kind_decides_the_form(FieldKind kind, string text, string expected) =>
        Is(expected, [], new LeadField("f") { Kind = kind }, text);

    [Theory]
    [InlineData(FieldKind.DateTime, "next week", "f: dropped, it is no date and time")]
    [InlineData(FieldKind.Url, "javascript:alert(1)", "f: dropped, it is no address of a web page")]
    [InlineData(FieldKind.Email, "ask Ada", "f: dropped, it is no e-mail address")]
    [InlineData(FieldKind.Email, "ada@quill.example or bo@quill.example", "f: dropped, it is no e-mail address")]
    [InlineData(FieldKind.Phone, "please e-mail instead", "f: dropped, it is no telephone number")]
    [InlineData(FieldKind.Phone, "on 2026-12-08 at 15:00", "f: dropped, it is no telephone number")]
    public void What_is_not_of_the_kind_is_dropped(FieldKind kind, string text, string issue) =>
        Is("", [issue], new LeadField("f") { Kind = kind }, text);

    [Fact]
    public void Text_is_cut_to_the_limit_of_all_fields_or_of_its_own()
    {
        Is(new string('x', 3_999), ["f: cut to 4000 characters"], new LeadField("f"), new string('x', 3_999) + "🎨 and more");
        Is("abc", ["g: cut to 3 characters"], new LeadField("g") { MaxLength = 3 }, "abcd");
    }

    [Fact]
    public void Items_beyond_the_limit_are_dropped()
    {
        var texts = new FieldText(new ExtractionOptions { MaxListItems = 2 });
        Assert.Equal("one\ntwo", texts.OfItems(MeetingFields.Risks, ["one", "two", "three"], "risks"));
        Assert.Equal(["risks: 1 item over the limit dropped"], texts.Issues);
    }

    private static void Is(string expected, string[] issues, LeadField field, string text)
    {
        var texts = new FieldText(new ExtractionOptions());
        Assert.Equal(expected, texts.Of(field, text, field.Name));
        Assert.Equal(issues, texts.Issues);
    }
}
