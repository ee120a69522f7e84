using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel.Zoho.Tests.Mapping;

public sealed class ZohoFieldOptionsTests
{
    private static readonly FieldCatalog Catalog = new([.. LeadFields.All, new LeadField("review_volume")], QualificationFrameworks.Meddic);

    [Fact]
    public void Defaults_and_names_of_every_kind_are_good()
    {
        Assert.Empty(Errors());
        Assert.Empty(Errors(("ZCF_PAIN_POINTS", "Pain_Points"), ("review_volume", "Reviews"), ("ZCF_MEDDIC_CHAMPION", ""), ("phone", "Mobile")));
        Assert.Empty(Errors(("phone", "")));
        Assert.Empty(Errors(new ZohoFieldOptions { StatusField = "", DemoBooked = "" }));
    }

    [Theory]
    [InlineData("ZCF_MEDIC_CHAMPION", "ZCF_MEDDIC_CHAMPION")]
    [InlineData("ZCF_PAIN_POINT", "ZCF_PAIN_POINTS")]
    [InlineData("ZCF_REVIEW_VOLUMES", "ZCF_REVIEW_VOLUME")]
    [InlineData("stated_pain_point", "stated_pain_points")]
    public void Name_for_no_field_is_refused_with_the_nearest(string key, string nearest)
    {
        var error = Assert.Single(Errors((key, "Whatever")));

        Assert.StartsWith($"{key} belongs to no field of the catalogue", error, StringComparison.Ordinal);
        Assert.Contains($"Did you mean {nearest}?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZCF_BANT_BUDGET", "ZCF_BANT_NEED", "Bant")]
    [InlineData("ZCF_BANT_BUDGET", "review_volume", "Bant")]
    public void One_field_of_Zoho_for_two_of_ours_is_refused_and_both_are_named(string first, string second, string apiName)
    {
        var error = Assert.Single(Errors((first, apiName), (second, apiName.ToUpperInvariant())));

        Assert.Contains(first, error, StringComparison.Ordinal);
        Assert.Contains(second, error, StringComparison.Ordinal);
        Assert.Contains("name the same field 'B", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZCF_REFERRED_BY", "Lead_Source", "the standard field of lead_source and ZCF_REFERRED_BY")]
    [InlineData("ZCF_REFERRED_BY", "Lead_Status", "ZOHO_LEAD_STATUS_FIELD and ZCF_REFERRED_BY")]
    public void Field_that_has_a_standard_use_is_not_given_another(string key, string apiName, string both) =>
        Assert.StartsWith(both, Assert.Single(Errors((key, apiName))), StringComparison.Ordinal);

    [Fact]
    public void Field_that_is_named_twice_is_refused() => Assert.Equal(
        "ZCF_PAIN_POINTS and stated_pain_points both name the field of stated_pain_points: leave one of them out.",
        Assert.Single(Errors(("ZCF_PAIN_POINTS", "A"), ("stated_pain_points", "B"))));

    [Fact]
    public void Name_that_Zoho_can_t_have_is_refused_for_a_standard_field_too() => Assert.StartsWith(
        "ZohoFieldOptions.Names[phone] is 'Mobile phone': must be", Assert.Single(Errors(("phone", "Mobile phone"))), StringComparison.Ordinal);

    [Fact]
    public void Status_has_an_option_of_its_own() =>
        Assert.Contains("StatusField", Assert.Single(Errors(("lead_status", "Stage"))), StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var options = new ZohoFieldOptions
        {
            StatusField = "Lead Status", DemoBooked = " x", DemoComplete = "x ", DemoCanceled = null!, DemoNoShow = "\tx",
        };
        options.Names["ZCF_PAIN_POINTS"] = "Pain Points";

        var errors = Errors(options);

        Assert.Equal(6, errors.Count);
        Assert.All(
            (string[])["ZOHO_LEAD_STATUS_FIELD", "STATUS_DEMO_BOOKED", "STATUS_DEMO_COMPLETE", "STATUS_DEMO_CANCELED", "STATUS_DEMO_NO_SHOW", "ZCF_PAIN_POINTS"],
            name => Assert.Single(errors, error => error.Contains(name, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Errors(params (string Key, string ApiName)[] names)
    {
        var options = new ZohoFieldOptions();
        foreach (var (key, apiName) in names)
        {
            options.Names[key] = apiName;
        }

        return Errors(options);
    }

    private static IReadOnlyList<string> Errors(ZohoFieldOptions options)
    {
        var collection = new ServiceCollection();
        collection.AddSalesIntelCore(new ConfigurationBuilder().Build()).AddSettings(_ => ZohoFieldOptions.SettingsOf(Catalog));
        using var services = collection.Configure<ZohoFieldOptions>(one =>
        {
            (one.StatusField, one.DemoBooked, one.DemoComplete) = (options.StatusField, options.DemoBooked, options.DemoComplete);
            (one.DemoCanceled, one.DemoNoShow) = (options.DemoCanceled, options.DemoNoShow);
            foreach (var (key, apiName) in options.Names)
            {
                one.Names[key] = apiName;
            }
        }).BuildServiceProvider();
        return Record.Exception(() => services.GetRequiredService<SalesIntelSettings>().Validate()) is SettingsException failure ? failure.Errors : [];
    }
}
