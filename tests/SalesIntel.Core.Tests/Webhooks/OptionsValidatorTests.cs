using Microsoft.Extensions.Options;
using SalesIntel.Leads;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks;

public sealed class OptionsValidatorTests
{
    private const string Secret = "not base64, but secret";

    public static TheoryData<CalendlyOptions, string> WrongCalendly => new()
    {
        { new CalendlyOptions { SigningKeys = ["good", " "] }, "SigningKeys[1]" },
        { new CalendlyOptions { SigningKeys = [Secret + " "] }, "SigningKeys[0]" },
        { new CalendlyOptions { SignatureTolerance = TimeSpan.FromSeconds(-1) }, "SignatureTolerance" },
        { new CalendlyOptions { SignatureTolerance = TimeSpan.Zero }, "SignatureTolerance" },
        { new CalendlyOptions { EventTypeUri = "event_types/1" }, "EventTypeUri" },
        { new CalendlyOptions { EventTypeUri = "https://calendly.com/" }, "EventTypeUri" },
        { new CalendlyOptions { EventTypeUri = "file:///event_types/1" }, "EventTypeUri" },
    };

    public static TheoryData<ReadAiOptions, string> WrongReadAi => new()
    {
        { new ReadAiOptions { SigningKeys = ["AAAA", Secret] }, "SigningKeys[1]" },
        { new ReadAiOptions { SigningKeys = [""] }, "SigningKeys[0]" },
        { new ReadAiOptions { SharedSecret = Secret + "\n" }, "SharedSecret" },
        { new ReadAiOptions { InternalOnly = (InternalOnlyPolicy)7 }, "InternalOnly" },
        { new ReadAiOptions { MinDuration = TimeSpan.FromMinutes(-5) }, "MinDuration" },
        { new ReadAiOptions { MinDuration = TimeSpan.FromDays(300) }, "MinDuration" },
    };

    [Theory]
    [MemberData(nameof(WrongCalendly))]
    public void Wrong_Calendly_option_is_named_and_no_key_shown(CalendlyOptions options, string property) =>
        AssertNamed(new CalendlyOptionsValidator().Validate(null, options), property);

    [Theory]
    [MemberData(nameof(WrongReadAi))]
    public void Wrong_ReadAi_option_is_named_and_no_secret_shown(ReadAiOptions options, string property) =>
        AssertNamed(new ReadAiOptionsValidator().Validate(null, options), property);

    [Theory]
    [InlineData("ann@lee.example")]
    [InlineData("com")]
    [InlineData("a..b")]
    [InlineData("")]
    public void Wrong_domain_of_the_team_is_named(string domain) =>
        AssertNamed(new TeamOptionsValidator().Validate(null, new TeamOptions { InternalDomains = ["seller.example", domain] }), "InternalDomains[1]");

    [Fact]
    public void Defaults_and_full_options_are_valid()
    {
        var calendly = new CalendlyOptionsValidator();
        var readAi = new ReadAiOptionsValidator();

        Assert.True(calendly.Validate(null, new CalendlyOptions()).Succeeded);
        Assert.True(calendly.Validate(null, new CalendlyOptions
        {
            SigningKeys = ["a", "b"],
            EventTypeUri = "https://api.calendly.com/event_types/1",
        }).Succeeded);
        Assert.True(new TeamOptionsValidator().Validate(null, new TeamOptions()).Succeeded);
        Assert.True(new TeamOptionsValidator().Validate(null, new TeamOptions { InternalDomains = ["@eu.seller.example"] }).Succeeded);
        Assert.True(readAi.Validate(null, new ReadAiOptions()).Succeeded);
        Assert.True(readAi.Validate(null, new ReadAiOptions
        {
            SigningKeys = ["AAECAwQF"],
            SharedSecret = "s",
            MinDuration = TimeSpan.Zero,
        }).Succeeded);
    }

    private static void AssertNamed(ValidateOptionsResult result, string property)
    {
        Assert.True(result.Failed);
        Assert.Contains(property, result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.FailureMessage, StringComparison.Ordinal);
    }
}
