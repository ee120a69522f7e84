using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>Fields and frameworks of the user, from code and from configuration.</summary>
public sealed class LeadFieldSettingsTests
{
    [Fact]
    public void Without_anything_said_the_catalogue_is_the_default_one()
    {
        using var host = Configured.With();
        host.Start();
        Assert.Equal(FieldCatalog.Default.All, host.Service<FieldCatalog>().All);
    }

    [Fact]
    public void One_line_in_code_adds_a_field()
    {
        using var host = Configured.With(
            _ => { }, o => o.Fields.Add(new LeadField("review_volume") { Ask = "How many reviews the team does in a month." }), _ => { });
        host.Start();
        var catalog = host.Service<FieldCatalog>();
        Assert.Equal("review_volume", catalog.AskedOf(DocumentKind.Form)[^1].Name);
        Assert.Equal(28, catalog.Intel.Count);
    }

    [Theory]
    [InlineData("SalesIntel:Fields:review_volume")]
    [InlineData("SALESINTEL:FIELDS:REVIEW_VOLUME")]
    [InlineData("SalesIntel:Fields:review_volume:Ask")]
    public void One_line_of_configuration_adds_a_field(string key)
    {
        using var host = Configured.With((key, " How many reviews the team does in a month. "));
        host.Start();
        var field = host.Service<FieldCatalog>().Find("review_volume")!;
        Assert.Equal(("How many reviews the team does in a month.", "Review volume", FieldKind.Text), (field.Ask, field.Label, field.Kind));
    }

    [Fact]
    public void What_else_a_field_has_is_set_below_it()
    {
        const string Key = "SalesIntel:Fields:plan";
        using var host = Configured.With(
            (Key, "The plan they want."), (Key + ":Label", "Wanted plan"), (Key + ":Kind", "choice"), (Key + ":Choices", "small, large"),
            (Key + ":Evidence", "Inferred"), (Key + ":Policy", "fillifempty"), (Key + ":From", "Conversation"),
            ("SalesIntel:Fields:size:Choices:0", "S"), ("SalesIntel:Fields:size:Choices:1", "M"), ("SalesIntel:Fields:size:Kind", "Choice"));
        host.Start();
        var plan = host.Service<FieldCatalog>().Find("plan")!;
        Assert.Equal(("Wanted plan", FieldKind.Choice, EvidenceRule.Inferred), (plan.Label, plan.Kind, plan.Evidence));
        Assert.Equal((WritePolicy.FillIfEmpty, DocumentKind.Conversation), (plan.Policy, plan.From));
        Assert.Equal(["small", "large"], plan.Choices);
        Assert.Equal(["S", "M"], host.Service<FieldCatalog>().Find("size")!.Choices);
    }

    [Fact]
    public void Error_of_a_field_names_where_it_is_declared()
    {
        using var host = Configured.With(
            _ => { },
            o =>
            {
                o.Fields.Add(new LeadField("review_volume") { Ask = "How many reviews." });
                o.Fields.Add(new LeadField("plan") { Ask = "Which plan.", Kind = FieldKind.Choice });
            },
            _ => { },
            ("SalesIntel:Fields:review_volume", "How many reviews."), ("SalesIntel:Fields:size", "Which size."), ("SalesIntel:Fields:size:Kind", "Choice"));

        Assert.Collection(
            host.Errors.Order(StringComparer.Ordinal),
            error => Assert.StartsWith("SalesIntel:Fields:review_volume in the configuration and SalesIntelOptions.Fields in code: ", error, StringComparison.Ordinal),
            error => Assert.StartsWith("SalesIntel:Fields:size: ", error, StringComparison.Ordinal),
            error => Assert.StartsWith("SalesIntelOptions.Fields: The field 'plan'", error, StringComparison.Ordinal));
    }

    [Fact]
    public void Policy_of_any_field_can_be_configured_and_set_in_code()
    {
        using var host = Configured.With(
            _ => { },
            o => o.Policies["stated_pain_points"] = WritePolicy.AppendDated,
            _ => { },
            ("SalesIntel:Fields:company_name:Policy", "own"), ("SalesIntel:Fields:MEDDIC_METRICS:Policy", "FillIfEmpty"),
            ("SalesIntel:Fields:demo_timezone:Policy", "PreserveUserEdits"));
        host.Start();
        var catalog = host.Service<FieldCatalog>();

        Assert.Equal(
            [WritePolicy.Own, WritePolicy.FillIfEmpty, WritePolicy.PreserveUserEdits, WritePolicy.AppendDated, WritePolicy.PreserveUserEdits],
            new[] { "company_name", "meddic_metrics", "demo_timezone", "stated_pain_points", "city" }.Select(name => catalog.PolicyOf(catalog.Find(name)!)));
        Assert.Equal(FieldCatalog.Default.All, catalog.All);
        Assert.Equal(WritePolicy.Own, catalog.Without(LeadFields.City).PolicyOf(LeadFields.CompanyName));
    }

    [Fact]
    public void Policy_that_can_not_work_is_an_error()
    {
        using var host = Configured.With(
            _ => { },
            o => o.Policies["compny_name"] = WritePolicy.Own,
            _ => { },
            ("SalesIntel:Fields:employee_count:Policy", "AppendDated"), ("SalesIntel:Fields:city:Policy", "sometimes"));

        Assert.Equal(
            [
                "SalesIntel:Fields:city:Policy is 'sometimes': must be one of Own, FillIfEmpty, PreserveUserEdits, AppendDated",
                "SalesIntelOptions.Fields: A policy is set for 'compny_name', which is no field. Did you mean company_name?",
                "SalesIntelOptions.Fields: To the field 'employee_count' entries with their day are added, and so it is text: set LeadField.Kind to Text or Lines, or LeadField.Policy to another one than AppendDated.",
            ],
            host.Errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("meddpicc")]
    [InlineData("BANT")]
    [InlineData("spiced")]
    public void A_framework_is_chosen_by_its_name_in_any_case(string name)
    {
        using var host = Configured.With(("QUALIFICATION", name));
        host.Start();
        Assert.Equal(name.ToLowerInvariant(), host.Service<FieldCatalog>().Framework.Name);
    }

    [Fact]
    public void A_framework_of_ones_own_is_chosen_like_the_others()
    {
        var own = new QualificationFramework("faint", "FAINT", [new QualificationElement("funds") { Ask = "Whether there is money." }]);
        using var host = Configured.With(_ => { }, o => o.Frameworks.Add(own), _ => { }, ("QUALIFICATION", "faint"));
        host.Start();
        Assert.Same(own, host.Service<FieldCatalog>().Framework);
        Assert.NotNull(host.Service<FieldCatalog>().Find("faint_funds"));
    }

    [Fact]
    public void Everything_that_is_wrong_with_fields_is_said_at_once_and_where_it_stands()
    {
        using var host = Configured.With(
            _ => { },
            o =>
            {
                o.Fields.Add(new LeadField("twice") { Ask = "x" });
                o.Fields.Add(new LeadField("twice") { Ask = "y" });
                o.Fields.Add(new LeadField("choice") { Kind = FieldKind.Choice });
                o.Fields.Add(new LeadField("seats") { Kind = FieldKind.Number, Policy = WritePolicy.AppendDated });
                o.Fields.Add(new LeadField("log") { Policy = WritePolicy.AppendDated });
                o.Fields.Add(new LeadField("email"));
            },
            _ => { },
            ("SalesIntel:Fields:Review-Volume", "x"), ("SalesIntel:Fields:industry", "x"), ("SalesIntel:Fields:meddic_metrics", "x"),
            ("SalesIntel:Fields:kindless:Kind", "Colour"), ("SalesIntel:Fields:kindless:Lable", "x"), ("QUALIFICATION", "x"), ("WORKERS", "0"));
        Assert.Equal(
            [
                "QUALIFICATION is 'x': must be one of meddic, meddpicc, bant, spiced",
                "SalesIntel:Fields:industry: there is a field 'industry' already: give yours another name. Of that one only Policy can be set.",
                "SalesIntel:Fields:kindless:Lable is not a setting of a field: use Ask, Label, Kind, Evidence, Policy, From, Choices.",
                "SalesIntel:Fields:kindless:Kind is 'Colour': must be one of Text, Lines, Number, DateTime, Url, Phone, Email, Choice",
                "SalesIntel:Fields:meddic_metrics: there is a field 'meddic_metrics' already: give yours another name. Of that one only Policy can be set.",
                "SalesIntel:Fields:Review-Volume: 'review-volume' is no name of a field: use lower-case letters, digits and underscores, a letter first, at most 60 characters.",
                "WORKERS is '0': must be a whole number from 1 to 256",
            ],
            host.Errors.Where(error => !error.StartsWith("SalesIntelOptions", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_wrong_with_fields_in_code_names_the_call()
    {
        using var host = Configured.With(
            _ => { },
            o =>
            {
                o.Fields.Add(new LeadField("twice") { Ask = "x" });
                o.Fields.Add(new LeadField("twice") { Ask = "y" });
                o.Fields.Add(new LeadField("choice") { Kind = FieldKind.Choice });
                o.Fields.Add(new LeadField("seats") { Kind = FieldKind.Number, Policy = WritePolicy.AppendDated });
                o.Fields.Add(new LeadField("log") { Policy = WritePolicy.AppendDated });
                o.Fields.Add(new LeadField("email"));
            },
            _ => { });
        Assert.Equal(
            [
                "SalesIntelOptions.Fields: The field 'email' is declared 2 times: give each field a name of its own.",
                "SalesIntelOptions.Fields: The field 'twice' is declared 2 times: give each field a name of its own.",
                "SalesIntelOptions.Fields: The field 'choice' is a choice without choices: set LeadField.Choices.",
                "SalesIntelOptions.Fields: To the field 'seats' entries with their day are added, and so it is text: set LeadField.Kind to "
                    + "Text or Lines, or LeadField.Policy to another one than AppendDated.",
            ],
            host.Errors);
    }

    [Fact]
    public void What_can_not_be_meant_is_an_error_in_code_and_in_the_configuration()
    {
        const string Key = "SalesIntel:Fields:plan";
        using var host = Configured.With(
            _ => { },
            o =>
            {
                o.Fields.Add(new LeadField("tier") { Ask = "x", Kind = FieldKind.Choice, Choices = ["Gold", "gold "] });
                o.Fields.Add(new LeadField("size") { Ask = "x", Kind = FieldKind.Choice, Choices = ["S", " ", null!] });
                o.Fields.Add(new LeadField("seats") { Ask = "x", Choices = ["1-10", "11-50"] });
                o.Fields.Add(new LeadField("volume") { Ask = null!, NoteGroup = null!, Choices = null!, MaxLength = -1 });
            },
            _ => { },
            (Key, "Which plan."), (Key + ":Kind", "Choice"), (Key + ":Choices", "small, large, Small"));
        Assert.Equal(
            [
                $"{Key}: The field 'plan' has the choice 'small' 2 times, differently written or not: give each choice once.",
                "SalesIntelOptions.Fields: The field 'seats' has choices and is no choice: set LeadField.Kind to Choice, or leave out LeadField.Choices.",
                "SalesIntelOptions.Fields: The field 'size' has an empty choice: give each choice a text.",
                "SalesIntelOptions.Fields: The field 'tier' has the choice 'Gold' 2 times, differently written or not: give each choice once.",
                "SalesIntelOptions.Fields: The field 'volume' has the MaxLength -1: set it to at least 1, or to 0 for the limit of all fields.",
            ],
            host.Errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Null_in_place_of_a_field_or_framework_is_an_error_like_any_other()
    {
        using var host = Configured.With(
            _ => { },
            o =>
            {
                o.Fields.Add(null!);
                o.Frameworks.Insert(0, null!);
            },
            _ => { });
        Assert.Equal("SalesIntelOptions.Fields and Frameworks must hold no null", Assert.Single(host.Errors));
    }

    [Fact]
    public void What_a_model_would_be_asked_twice_is_an_error_at_the_start()
    {
        using var host = Configured.With(
            _ => { }, o => o.Fields.Add(new LeadField("metrics") { Ask = "x", From = DocumentKind.Conversation }), _ => { }, ("WORKERS", "0"));
        Assert.Equal(2, host.Errors.Count);
        Assert.StartsWith(
            "SalesIntelOptions.Fields: Of a meeting a model would be asked twice for 'metrics'", host.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_are_checked_although_the_framework_does_not_exist()
    {
        using var host = Configured.With(_ => { }, o => o.Fields.Add(new LeadField("city")), _ => { }, ("QUALIFICATION", "medic"));
        Assert.Equal(
            [
                "QUALIFICATION is 'medic': must be one of meddic, meddpicc, bant, spiced",
                "SalesIntelOptions.Fields: The field 'city' is declared 2 times: give each field a name of its own.",
            ],
            host.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_field_or_framework_that_can_not_be_made_is_an_error_beside_the_others(bool field)
    {
        using var host = Configured.With(
            _ => { },
            o =>
            {
                if (field)
                {
                    o.Fields.Add(new LeadField("Review volume"));
                }
                else
                {
                    o.Frameworks.Add(new QualificationFramework("own", "Own", []));
                }
            },
            _ => { },
            ("WORKERS", "0"));
        Assert.Equal(2, host.Errors.Count);
        Assert.StartsWith("AddSalesIntel(…, options => …): ", host.Errors[0], StringComparison.Ordinal);
        Assert.Contains(field ? "'Review volume' is no name of a field" : "'own' has no elements", host.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("WORKERS is '0'", host.Errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_of_another_call_that_throws_is_an_error_beside_the_others()
    {
        using var host = Configured.With(
            builder => builder.Services.Configure<SalesIntelOptions>(o => o.Fields.Add(new LeadField("Review volume"))), ("WORKERS", "0"));
        Assert.Equal(2, host.Errors.Count);
        Assert.StartsWith("services.Configure<SalesIntelOptions>(…): 'Review volume' is no name of a field", host.Errors[0], StringComparison.Ordinal);
    }
}
