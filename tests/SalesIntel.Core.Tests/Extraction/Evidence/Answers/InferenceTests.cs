using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Which value follows from a form's mail domain or time zone.</summary>
public sealed class InferenceTests
{
    [Theory]
    [InlineData("company_name", "Harrowpine", true)]
    [InlineData("company_name", "Harrow & Pine Ltd", true)]
    [InlineData("company_name", "Harrow", false)]
    [InlineData("company_name", "Northwind", false)]
    [InlineData("company_website", "https://www.harrow-pine.example", true)]
    [InlineData("company_website", "northwind.example", false)]
    public void Company_follows_from_its_mail_domain(string field, string value, bool follows)
    {
        Assert.Equal(follows, Of(field).Follows(value, Filled.Form("a@mail.harrow-pine.example")));
        Assert.False(Of(field).Follows(value, Filled.Form("no address")));
        Assert.True(Of(field).IsFromMailDomain);
    }

    [Theory]
    [InlineData("America/New_York", "United States", true)]
    [InlineData("America/New_York", "united states of america", true)]
    [InlineData("America/New_York", "USA", true)]
    [InlineData("America/New_York", "US", true)]
    [InlineData("America/New_York", "UOA", false)]
    [InlineData("America/New_York", "Canada", false)]
    [InlineData("Europe/Berlin", "Germany", true)]
    [InlineData("Europe/Berlin", "G", true)]
    [InlineData("Etc/UTC", "Germany", false)]
    [InlineData("", "", false)]
    public void Country_follows_from_the_time_zone(string zone, string value, bool follows)
    {
        Assert.Equal(follows, Of("country").Follows(value, Filled.Form() with { TimeZone = zone }));
        Assert.False(Of("country").IsFromMailDomain);
    }

    [Theory]
    [InlineData("America/New_York", "New York", true)]
    [InlineData("America/Argentina/Salta", "Salta", true)]
    [InlineData("America/Argentina/Salta", "Argentina", false)]
    [InlineData("Europe/Berlin", "Hamburg", false)]
    [InlineData("/Berlin", "Berlin", true)]
    [InlineData("Berlin", "Berlin", false)]
    [InlineData("", "", false)]
    public void City_follows_from_the_time_zone(string zone, string value, bool follows) =>
        Assert.Equal(follows, Of("city").Follows(value, Filled.Form() with { TimeZone = zone }));

    [Fact]
    public void Other_fields_follow_from_nothing()
    {
        Assert.Null(Inference.For(LeadFields.Industry));
        Assert.Equal(["company_name", "company_website", "country", "city"], Inference.All.Select(inference => inference.Field.Name));
        Assert.Equal([FormTopic.Company, FormTopic.Website, FormTopic.Country, FormTopic.City], Inference.All.Select(inference => inference.Topic));
    }

    private static Inference Of(string field) => Inference.For(FieldCatalog.Default.Find(field)!)!;
}
