using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads.Catalog;

public sealed class QualificationFrameworkTests
{
    private static readonly QualificationElement Funds = new("funds") { Ask = "Whether there is money." };
    private static readonly LeadField Mood = new("mood");
    private static readonly QualificationElement Feeling = new("feeling") { Label = "Gut feeling", Ask = "How it felt.", Field = Mood };

    [Fact]
    public void Element_has_a_field_of_its_own_or_the_one_that_it_names()
    {
        var framework = new QualificationFramework("faint", "FAINT", [Funds, Feeling]);

        var own = framework.FieldOf(Funds);
        Assert.Equal(("faint_funds", "Funds", "Whether there is money."), (own.Name, own.Label, own.Ask));
        Assert.Equal((DocumentKind.Conversation, false), (own.From, own.InNote));
        Assert.Same(Mood, framework.FieldOf(Feeling));
        Assert.Equal([Funds, Feeling], framework.Elements);
        Assert.Equal([own, Mood, framework.Confidence], framework.Fields);
    }

    [Fact]
    public void Confidence_is_computed_and_one_of_the_known_ones()
    {
        var confidence = new QualificationFramework("faint", "FAINT", [Funds]).Confidence;

        Assert.Equal(("faint_confidence", "FAINT confidence", FieldKind.Choice), (confidence.Name, confidence.Label, confidence.Kind));
        Assert.Equal((EvidenceRule.Computed, DocumentKind.Conversation, false), (confidence.Evidence, confidence.From, confidence.InNote));
        Assert.Equal(["Cold", "Warm", "Hot", "Super-hot"], confidence.Choices);
        Assert.Same(Mood, new QualificationFramework("faint", "FAINT", [Funds], Mood).Confidence);
    }

    [Fact]
    public void Elements_that_are_changed_later_change_no_framework()
    {
        List<QualificationElement> elements = [Funds];
        var framework = new QualificationFramework("faint", "FAINT", elements);

        elements.Add(Feeling);

        Assert.Equal([Funds], framework.Elements);
    }

    [Fact]
    public void Framework_without_elements_or_with_one_twice_is_refused()
    {
        var none = Assert.Throws<ArgumentException>(() => new QualificationFramework("faint", "FAINT", []));
        var twice = Assert.Throws<ArgumentException>(() => new QualificationFramework("faint", "FAINT", [Funds, Feeling, new("funds") { Ask = "x" }]));

        Assert.Equal("elements", none.ParamName);
        Assert.Contains("'faint' has no elements", none.Message, StringComparison.Ordinal);
        Assert.Contains("'faint' has the element 'funds' twice", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_label_and_elements_are_needed()
    {
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new QualificationFramework("My own", "Own", [Funds])).ParamName);
        Assert.Equal("label", Assert.Throws<ArgumentException>(() => new QualificationFramework("own", " ", [Funds])).ParamName);
        Assert.Equal("elements", Assert.Throws<ArgumentNullException>(() => new QualificationFramework("own", "Own", null!)).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new QualificationElement("My own") { Ask = "x" }).ParamName);
    }

    [Fact]
    public void Element_of_another_framework_has_no_field()
    {
        var framework = new QualificationFramework("faint", "FAINT", [Funds]);

        Assert.Throws<KeyNotFoundException>(() => framework.FieldOf(Feeling));
        Assert.Equal("element", Assert.Throws<ArgumentNullException>(() => framework.FieldOf(null!)).ParamName);
    }

    [Fact]
    public void Element_without_a_label_is_called_by_its_name()
    {
        Assert.Equal(("Funds", "Gut feeling"), (Funds.Label, Feeling.Label));
        Assert.Equal((StatementSide.Buyer, false, ""), (Funds.Counts, Funds.IsPerson, Funds.Question));
    }

    [Theory]
    [InlineData("meddic", "identified_pain", "economic_buyer", "decision_process", "champion", "metrics")]
    [InlineData("meddpicc", "identified_pain", "economic_buyer", "decision_process", "champion", "metrics")]
    [InlineData("bant", "need", "authority", "timing", "", "")]
    [InlineData("spiced", "pain", "decision", "critical_event,decision", "", "impact")]
    public void Elements_of_each_framework_stand_for_the_roles_of_a_deal(
        string name, string need, string buyer, string process, string champion, string measure)
    {
        var framework = QualificationFrameworks.All.Single(one => one.Name == name);

        Assert.Equal(
            [need, buyer, process, champion, measure],
            new[] { QualificationRoles.Need, QualificationRoles.Buyer, QualificationRoles.Process, QualificationRoles.Champion, QualificationRoles.Measure }
                .Select(role => string.Join(',', QualificationRoles.Of(framework, role).Select(element => element.Name))));
    }

    [Theory]
    [InlineData("meddic", "metrics,economic_buyer,decision_process,competition")]
    [InlineData("meddpicc", "metrics,economic_buyer,decision_process,paper_process,competition")]
    [InlineData("bant", "authority,timing")]
    [InlineData("spiced", "impact,critical_event,decision")]
    public void What_misleads_whoever_plans_the_deal_is_looked_at_twice(string name, string elements) => Assert.Equal(
        elements.Split(','),
        QualificationRoles.Of(QualificationFrameworks.All.Single(one => one.Name == name), QualificationRoles.Verified).Select(element => element.Name));
}
