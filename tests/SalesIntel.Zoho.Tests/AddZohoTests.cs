using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel.Zoho.Tests;

/// <summary>What <c>AddZoho</c> reads and registers.</summary>
public sealed class AddZohoTests
{
    [Fact]
    public void Without_credentials_there_is_no_CRM_but_its_names_are_known()
    {
        using var services = Services(new FieldCatalog([new LeadField("review_volume")], QualificationFrameworks.Bant), new()
        {
            ["ZOHO_LEAD_STATUS_FIELD"] = "Stage", ["STATUS_DEMO_BOOKED"] = "Booked!", ["ZCF_BANT_NEED"] = "Need", ["ZCF_REVIEW_VOLUME"] = "Reviews",
            ["ZCF_PAIN_POINTS"] = "Pains",
        });

        Assert.Null(services.GetService<ICrm>());
        var mapping = services.GetRequiredService<ICrmMapping>();
        Assert.Equal("Stage=Booked!", Mapped(DemoFields.Status, "DemoBooked"));
        Assert.Equal("Need=x", Mapped(LeadFields.NeedSignal, "x"));
        Assert.Equal("Reviews=x", Mapped(new LeadField("review_volume"), "x"));

        // Its variable belongs to no field of this catalogue, so it is not asked for.
        Assert.Null(mapping.Map(new PatchField(LeadFields.PainPoints, "x", WritePolicy.Own)));

        string Mapped(LeadField field, string value) =>
            mapping.Map(new PatchField(field, value, WritePolicy.Own)) is { } mapped ? $"{mapped.Name}={mapped.Value}" : "";
    }

    [Fact]
    public void With_credentials_the_CRM_has_the_same_mapping()
    {
        using var services = Services(FieldCatalog.Default, new()
        {
            ["ZOHO_CLIENT_ID"] = "1000.CLIENT", ["ZOHO_CLIENT_SECRET"] = "s3cret-value", ["ZOHO_REFRESH_TOKEN"] = "1000.refresh",
        });

        Assert.Same(services.GetRequiredService<ICrmMapping>(), services.GetRequiredService<ICrm>().Mapping);
    }

    [Fact]
    public void Bad_names_are_refused_when_the_host_starts()
    {
        using var services = Services(FieldCatalog.Default, new() { ["ZCF_BANT_NEED"] = "Bant", ["ZCF_BANT_BUDGET"] = "Bant" });

        var failure = Assert.Throws<SettingsException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ZCF_BANT_BUDGET and ZCF_BANT_NEED name the same field 'Bant'", failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(FieldCatalog catalog, Dictionary<string, string> settings)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(catalog);
        new Builder(services, settings).AddZoho();
        return services.BuildServiceProvider();
    }

    private sealed class Builder(IServiceCollection services, Dictionary<string, string> settings) : ISalesIntelBuilder
    {
        public IServiceCollection Services => services;

        public IConfiguration Configuration { get; } =
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
    }
}
