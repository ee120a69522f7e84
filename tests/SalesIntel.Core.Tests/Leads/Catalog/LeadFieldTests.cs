using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads.Catalog;

public sealed class LeadFieldTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("review_volume")]
    [InlineData("q2_")]
    public void Name_is_of_lower_case_letters_digits_and_underscores(string name)
    {
        Assert.Equal(name, new LeadField(name).Name);
        Assert.Equal(name, new LeadField(name).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Review")]
    [InlineData("2q")]
    [InlineData("_q")]
    [InlineData("review volume")]
    [InlineData("review-volume")]
    [InlineData("überschrift")]
    [InlineData("review\n")]
    public void Another_form_of_a_name_is_refused_by_name(string name)
    {
        var e = Assert.Throws<ArgumentException>(() => new LeadField(name));

        Assert.Equal("name", e.ParamName);
        Assert.StartsWith($"'{name}' is no name of a field: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_has_at_most_60_characters()
    {
        Assert.Equal(60, new LeadField(new string('a', 60)).Name.Length);
        Assert.Throws<ArgumentException>(() => new LeadField(new string('a', 61)));
    }

    [Fact]
    public void Name_is_needed() => Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => new LeadField(null!)).ParamName);

    [Theory]
    [InlineData("review_volume", "Review volume")]
    [InlineData("stated_", "Stated")]
    [InlineData("x", "X")]
    public void Without_a_label_people_call_it_by_its_name(string name, string label)
    {
        Assert.Equal(label, new LeadField(name).Label);
        Assert.Equal("Volume", new LeadField(name) { Label = "Volume" }.Label);
    }

    [Fact]
    public void Field_that_says_nothing_of_itself_is_stated_text_of_a_form_that_people_may_edit()
    {
        var field = new LeadField("volume");

        Assert.Equal((FieldKind.Text, EvidenceRule.Stated, WritePolicy.PreserveUserEdits), (field.Kind, field.Evidence, field.Policy));
        Assert.Equal((DocumentKind.Form, 0, ""), (field.From, field.MaxLength, field.NoteGroup));
        Assert.Equal((false, true, false), (field.IsCore, field.InNote, field.IsRequired));
        Assert.Empty(field.Choices);
    }

    [Theory]
    [InlineData("How many.", EvidenceRule.Stated, true)]
    [InlineData("How many.", EvidenceRule.Advice, true)]
    [InlineData("How many.", EvidenceRule.Computed, false)]
    [InlineData("", EvidenceRule.Stated, false)]
    public void Model_is_asked_for_what_has_a_question_and_is_not_computed(string ask, EvidenceRule evidence, bool asked) =>
        Assert.Equal(asked, new LeadField("volume") { Ask = ask, Evidence = evidence }.IsAsked);
}
