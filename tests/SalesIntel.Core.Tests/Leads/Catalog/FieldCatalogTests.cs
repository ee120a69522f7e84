using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads.Catalog;

public sealed class FieldCatalogTests
{
    private static readonly LeadField Reviews = new("review_volume") { Ask = "How many." };
    private static readonly LeadField Mood = new("mood") { Ask = "How it felt.", From = DocumentKind.Conversation };
    private static readonly LeadField Rank = new("rank") { Ask = "Which.", Evidence = EvidenceRule.Computed };
    private static readonly LeadField Unasked = new("branch") { From = DocumentKind.Conversation };

    [Fact]
    public void All_fields_are_those_of_the_demo_the_given_ones_the_frameworks_and_those_of_a_meeting()
    {
        var catalog = new FieldCatalog([LeadFields.City, LeadFields.NeedSignal, Reviews], QualificationFrameworks.Bant);

        Assert.Equal(
            [
                .. DemoFields.All, LeadFields.City, LeadFields.NeedSignal, Reviews, LeadFields.BudgetSignal, LeadFields.AuthoritySignal,
                LeadFields.TimingSignal, QualificationFrameworks.Bant.Confidence, MeetingFields.NextSteps, MeetingFields.Risks,
            ],
            catalog.All);
        Assert.Equal([LeadFields.City, LeadFields.NeedSignal, Reviews], catalog.Intel);
        Assert.Same(QualificationFrameworks.Bant, catalog.Framework);
    }

    [Fact]
    public void Field_is_found_by_its_name_in_its_case()
    {
        Assert.Same(LeadFields.City, FieldCatalog.Default.Find("city"));
        Assert.Null(FieldCatalog.Default.Find("City"));
        Assert.Null(FieldCatalog.Default.Find("town"));
    }

    [Fact]
    public void Model_is_asked_of_each_kind_of_document_for_what_it_can_say()
    {
        var framework = new QualificationFramework("own", "Own", [new("felt") { Ask = "x", Field = Mood }]);

        var catalog = new FieldCatalog([Reviews, Mood, Rank, Unasked], framework);
        var asked = new FieldCatalog([Reviews, Mood, Rank, Unasked], QualificationFrameworks.Meddic);

        Assert.Equal([Reviews], asked.AskedOf(DocumentKind.Form));
        Assert.Equal([Mood, MeetingFields.NextSteps, MeetingFields.Risks], asked.AskedOf(DocumentKind.Conversation));
        // What an element of the framework holds is asked for with the element.
        Assert.Equal([MeetingFields.NextSteps, MeetingFields.Risks], catalog.AskedOf(DocumentKind.Conversation));
    }

    [Fact]
    public void Policy_is_the_one_that_is_set_else_the_fields_own()
    {
        var catalog = new FieldCatalog([LeadFields.City, Reviews], QualificationFrameworks.Meddic, [new("city", WritePolicy.AppendDated)]);

        Assert.Equal(WritePolicy.AppendDated, catalog.PolicyOf(LeadFields.City));
        Assert.Equal(WritePolicy.PreserveUserEdits, catalog.PolicyOf(Reviews));
        Assert.Equal("field", Assert.Throws<ArgumentNullException>(() => catalog.PolicyOf(null!)).ParamName);
    }

    [Fact]
    public void Catalogue_without_fields_has_the_others_and_their_policies()
    {
        var catalog = new FieldCatalog(
            [LeadFields.City, Reviews, Mood],
            QualificationFrameworks.Bant,
            [new("city", WritePolicy.AppendDated), new("mood", WritePolicy.Own), new("email", WritePolicy.FillIfEmpty)]);

        var left = catalog.Without(LeadFields.City, Reviews);

        Assert.Equal([Mood], left.Intel);
        Assert.Same(QualificationFrameworks.Bant, left.Framework);
        Assert.Equal(
            [WritePolicy.PreserveUserEdits, WritePolicy.Own, WritePolicy.FillIfEmpty],
            new[] { LeadFields.City, Mood, DemoFields.Email }.Select(left.PolicyOf));
        Assert.Equal([LeadFields.City, Reviews, Mood], catalog.Intel);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var e = Assert.Throws<ArgumentException>(() => new FieldCatalog(
            [new("twice"), new("twice"), new("choice") { Kind = FieldKind.Choice }, new("email"), new("seats") { Kind = FieldKind.Number }],
            QualificationFrameworks.Meddic,
            [new("emails", WritePolicy.Own), new("a", WritePolicy.Own), new("seats", WritePolicy.AppendDated), new("risks", WritePolicy.AppendDated)]));

        Assert.Equal("fields", e.ParamName);
        Assert.Equal(
            "The field 'email' is declared 2 times: give each field a name of its own. "
            + "The field 'twice' is declared 2 times: give each field a name of its own. "
            + "The field 'choice' is a choice without choices: set LeadField.Choices. "
            + "A policy is set for 'a', which is no field. "
            + "A policy is set for 'emails', which is no field. Did you mean email? "
            + "To the field 'seats' entries with their day are added, and so it is text: set LeadField.Kind to Text or Lines, or LeadField.Policy "
            + "to another one than AppendDated. (Parameter 'fields')",
            e.Message);
    }

    [Fact]
    public void Values_that_no_property_has_are_refused_with_those_that_it_may_have()
    {
        LeadField[] fields =
        [
            new("kind") { Kind = (FieldKind)77 }, new("evidence") { Evidence = (EvidenceRule)(-1) }, new("policy") { Policy = (WritePolicy)77 },
            new("from") { From = (DocumentKind)9 },
        ];
        var e = Assert.Throws<ArgumentException>(
            () => new FieldCatalog(fields, QualificationFrameworks.Meddic, [new("email", (WritePolicy)77)]));

        Assert.StartsWith("The Kind of the field 'kind' is '77': must be one of Text, Lines, ", e.Message, StringComparison.Ordinal);
        Assert.Contains("The Evidence of the field 'evidence' is '-1': must be one of Stated, ", e.Message, StringComparison.Ordinal);
        Assert.Contains("The Policy of the field 'policy' is '77': must be one of Own, ", e.Message, StringComparison.Ordinal);
        Assert.Contains("The From of the field 'from' is '9': must be one of Form, Conversation.", e.Message, StringComparison.Ordinal);
        Assert.Contains("The Policy of the field 'email' is '77': must be one of Own, ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FieldKind.Text, true)]
    [InlineData(FieldKind.Lines, true)]
    [InlineData(FieldKind.Url, false)]
    [InlineData(FieldKind.Phone, false)]
    public void Entries_with_their_day_are_added_to_text_alone(FieldKind kind, bool fits)
    {
        var field = new LeadField("log") { Kind = kind, Policy = WritePolicy.AppendDated };

        Assert.Equal(!fits, Record.Exception(() => new FieldCatalog([field], QualificationFrameworks.Meddic)) is ArgumentException);
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("metrics_quote")]
    [InlineData("metrics_turn")]
    public void Model_is_not_asked_twice_for_one_key(string name)
    {
        LeadField[] fields = [new(name) { Ask = "x", From = DocumentKind.Conversation }];

        var e = Assert.Throws<ArgumentException>(() => new FieldCatalog(fields, QualificationFrameworks.Meddic));

        Assert.Equal("fields", e.ParamName);
        Assert.Contains($"twice for '{name}': ", e.Message, StringComparison.Ordinal);
        // Of a form no elements are asked for.
        Assert.Single(new FieldCatalog([new(name) { Ask = "x" }], QualificationFrameworks.Meddic).Intel);
    }

    [Fact]
    public void Fields_and_framework_are_needed()
    {
        Assert.Equal("fields", Assert.Throws<ArgumentNullException>(() => new FieldCatalog(null!, QualificationFrameworks.Meddic)).ParamName);
        Assert.Equal("framework", Assert.Throws<ArgumentNullException>(() => new FieldCatalog([], null!)).ParamName);
    }

    [Fact]
    public void Default_is_lead_intel_and_MEDDIC()
    {
        Assert.Equal(LeadFields.All, FieldCatalog.Default.Intel);
        Assert.Contains(Some.Meddic("champion"), FieldCatalog.Default.All);
    }
}
