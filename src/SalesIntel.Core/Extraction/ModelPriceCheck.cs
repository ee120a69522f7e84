using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Settings;

namespace SalesIntel.Extraction;

/// <summary>Warns when the host starts of a budget in money that can't count, because the model's price is not known.</summary>
internal sealed class ModelPriceCheck(IServiceProvider services, TimeProvider time) : IConfigurationCheck
{
    public IEnumerable<string> FindErrors() => [];

    public IEnumerable<string> FindWarnings()
    {
        var options = services.GetRequiredService<IOptions<ExtractionOptions>>().Value;
        if (options.MoneyPerDay == 0 || services.GetService<IChatClient>() is not { } chat)
        {
            return [];
        }

        var model = chat.GetService<ChatClientMetadata>()?.DefaultModelId ?? "";
        if (options.PriceOf(model, time.GetUtcNow()) is not null)
        {
            return [];
        }

        var which = model.Length > 0 ? $"the price of the model {model} is not known" : "the model does not say its name, so that its price is not known";
        var limit = options.TokensPerDay > 0 ? "only MODEL_TOKENS_PER_DAY limits it" : "nothing limits it";
        return
        [
            $"MODEL_MONEY_PER_DAY is set, but {which}: {limit}. Name the price with "
                + $"MODEL_PRICES={(model.Length > 0 ? model : "model")}=input/output, in USD for a million tokens.",
        ];
    }
}
