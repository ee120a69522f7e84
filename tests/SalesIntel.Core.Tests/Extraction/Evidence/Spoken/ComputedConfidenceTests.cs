using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>How likely a deal is, from what is proven of it.</summary>
public sealed class ComputedConfidenceTests
{
    private const string Step = "The board signs the contract";

    [Theory]
    [InlineData("", "Cold")]
    [InlineData("economic_buyer decision_process champion", "Cold")]
    [InlineData("identified_pain", "Warm")]
    [InlineData("identified_pain economic_buyer", "Warm")]
    [InlineData("identified_pain decision_process", "Warm")]
    [InlineData("identified_pain economic_buyer decision_process", "Hot")]
    [InlineData("identified_pain economic_buyer decision_process champion", "Hot")]
    public void Need_makes_it_warm_and_buyer_with_process_hot(string proven, string expected) =>
        Assert.Equal(expected, Of(QualificationFrameworks.Meddic, proven, Step));

    [Theory]
    [InlineData("The board signs on 14 January 2027", "Super-hot")]
    [InlineData("The board signs in March", "Super-hot")]
    [InlineData("The board signs on Thursday", "Super-hot")]
    [InlineData("The board signs in the year 2027", "Hot")]
    [InlineData("The board signs it soon", "Hot")]
    public void Date_of_a_step_and_a_champion_make_it_super_hot(string step, string expected)
    {
        Assert.Equal(expected, Of(QualificationFrameworks.Meddic, "identified_pain economic_buyer decision_process champion", step));
        Assert.Equal("Hot", Of(QualificationFrameworks.Meddic, "identified_pain economic_buyer decision_process", step));
    }

    [Theory]
    [InlineData("The board signs in March", "Super-hot")]
    [InlineData("The board signs it soon", "Hot")]
    public void Framework_without_a_champion_misses_none(string step, string expected) =>
        Assert.Equal(expected, Of(QualificationFrameworks.Bant, "need authority timing", step));

    [Fact]
    public void Date_that_nothing_proves_counts_for_nothing()
    {
        var values = Values(QualificationFrameworks.Spiced, "pain decision", "Ann decides")
            .With(Field(QualificationFrameworks.Spiced, "critical_event"), new FieldValue { Text = "Live in May", Status = FieldStatus.Ambiguous });

        Assert.Equal("Hot", ComputedConfidence.Of(values, QualificationFrameworks.Spiced).Text);
        Assert.Equal("Super-hot", ComputedConfidence.Of(
            Values(QualificationFrameworks.Spiced, "pain decision", "Ann decides")
                .With(Field(QualificationFrameworks.Spiced, "critical_event"), FieldValue.Of("Live in May")),
            QualificationFrameworks.Spiced).Text);
    }

    [Theory]
    [InlineData("", "Cold")]
    [InlineData("need", "Cold")]
    [InlineData("need where", "Warm")]
    [InlineData("need where how", "Warm")]
    [InlineData("need where how who", "Hot")]
    public void Of_an_own_framework_the_share_that_was_heard_counts(string proven, string expected) =>
        Assert.Equal(expected, Of(Own("need", "where", "how", "who"), proven, Step));

    [Theory]
    [InlineData("need", "authority", "how")]
    [InlineData("need", "timing", "how")]
    [InlineData("authority", "timing", "how")]
    public void Framework_needs_all_three_roles_to_be_read_by_roles(string first, string second, string third) =>
        Assert.Equal("Hot", Of(Own(first, second, third), $"{first} {second} {third}", "Signed in March"));

    [Fact]
    public void Own_choices_without_the_word_leave_the_field_empty()
    {
        var framework = new QualificationFramework(
            "own", "Own", QualificationFrameworks.Bant.Elements, new LeadField("odds") { Kind = FieldKind.Choice, Choices = ["Low", "Warm"] });

        Assert.Equal(FieldValue.Absent, ComputedConfidence.Of(LeadValues.Empty, framework));
        Assert.Equal("Warm", ComputedConfidence.Of(Values(framework, "need", Step), framework).Text);
    }

    private static QualificationFramework Own(params string[] names) =>
        new("own", "Own", [.. names.Select(name => new QualificationElement(name) { Ask = "What is said." })]);

    private static string Of(QualificationFramework framework, string proven, string text) =>
        ComputedConfidence.Of(Values(framework, proven, text), framework).Text;

    private static LeadValues Values(QualificationFramework framework, string proven, string text) =>
        LeadValues.Of(proven.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => KeyValuePair.Create(Field(framework, name).Name, FieldValue.Of(text))));

    private static LeadField Field(QualificationFramework framework, string name) =>
        framework.FieldOf(framework.Elements.Single(element => element.Name == name));
}
