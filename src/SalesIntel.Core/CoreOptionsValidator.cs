using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel;

/// <summary>Checks the options objects as they are registered, whoever has made them: read from the environment or set in code.</summary>
internal sealed class CoreOptionsValidator(IServiceProvider services) : IValidateOptions<CoreOptions>
{
    public ValidateOptionsResult Validate(string? name, CoreOptions options)
    {
        List<string> errors =
        [
            .. Check(new ProcessingOptionsValidator()),
            .. Check(new CalendlyOptionsValidator()),
            .. Check(new ReadAiOptionsValidator()),
            .. Check(new TeamOptionsValidator()),
            .. Check(new WebhookOptionsValidator()),
            .. Check(new ExtractionOptionsValidator()),
        ];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Check<T>(IValidateOptions<T> validator)
        where T : class =>
        services.GetService<T>() is { } registered && validator.Validate(null, registered) is { Failures: { } failures }
            ? failures.Select(failure => $"{typeof(T).Name}: {failure}")
            : [];
}
