using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a form leaves open of budget, authority, need and timing.</summary>
public sealed class FormGapsTests
{
    private static readonly LeadField[] All = [LeadFields.BudgetSignal, LeadFields.AuthoritySignal, LeadFields.NeedSignal, LeadFields.TimingSignal];

    [Fact]
    public void Each_that_was_read_and_not_proven_is_a_gap_with_a_question()
    {
        var values = LeadValues.Empty
            .With(LeadFields.AuthoritySignal, FieldValue.Of("Ann decides"))
            .With(LeadFields.TimingSignal, new FieldValue { Text = "May", Status = FieldStatus.Ambiguous });

        Assert.Equal(
            "Budget: no signal in the booking\nNeed: no signal in the booking\nTiming: no signal in the booking",
            FormGaps.Lines(Filled.Form(), All, values));
        Assert.Equal(
            ["Is there a budget for this, and what does the problem cost today?", "What happens today that should not, and how often?",
                "Is there a date that makes this important?"],
            FormGaps.Questions(All, values));
    }

    [Fact]
    public void Field_that_was_not_read_is_no_gap()
    {
        Assert.Equal("Need: no signal in the form", FormGaps.Lines(Filled.Form() with { Noun = "form" }, [LeadFields.NeedSignal], LeadValues.Empty));
        Assert.Equal("", FormGaps.Lines(Filled.Form(), [LeadFields.Phone], LeadValues.Empty));
        Assert.Empty(FormGaps.Questions([], LeadValues.Empty));
    }

    [Fact]
    public void Nothing_is_open_where_all_is_proven() =>
        Assert.Equal("", FormGaps.Lines(Filled.Form(), All, LeadValues.Of(All.Select(field => KeyValuePair.Create(field.Name, FieldValue.Of("x"))))));
}
