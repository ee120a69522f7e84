using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Settings;

namespace SalesIntel.Extraction;

/// <summary>A budget in money that can't count is warned of when the host starts.</summary>
public sealed class BudgetWarningTests
{
    [Theory]
    [InlineData("gpt-x", "MODEL_MONEY_PER_DAY is set, but the price of the model gpt-x is not known: nothing limits it.")]
    [InlineData("", "the model does not say its name")]
    [InlineData("gemini-3.8-flash", null)]
    public void Of_a_model_without_a_price(string model, string? warning)
    {
        var warnings = Warnings(model, ("MODEL_MONEY_PER_DAY", "5"));
        if (warning is null)
        {
            Assert.DoesNotContain(warnings, one => one.Contains("MODEL_MONEY_PER_DAY", StringComparison.Ordinal));
        }
        else
        {
            Assert.Contains(warnings, one => one.Contains(warning, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Not_of_one_whose_price_is_configured_and_not_without_such_a_budget()
    {
        Assert.DoesNotContain(
            Warnings("gpt-x", ("MODEL_MONEY_PER_DAY", "5"), ("MODEL_PRICES", "gpt-x=1/2,other=3/4/0.5")), one => one.Contains("price", StringComparison.Ordinal));
        Assert.DoesNotContain(Warnings("gpt-x"), one => one.Contains("price", StringComparison.Ordinal));
        Assert.Contains(
            Warnings("gpt-x", ("MODEL_MONEY_PER_DAY", "5"), ("MODEL_TOKENS_PER_DAY", "100000")),
            one => one.Contains("only MODEL_TOKENS_PER_DAY limits it", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Warnings(string model, params (string Name, string Value)[] variables)
    {
        var services = new ServiceCollection();
        IChatClient chat = model.Length > 0 ? new NamedChatClient(model, new ScriptedChatClient()) : new ScriptedChatClient();
        services.AddSingleton(chat);
        services.AddSalesIntelCore(new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<SalesIntelSettings>().FindWarnings();
    }
}
