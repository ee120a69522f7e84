using Microsoft.Extensions.Options;

namespace SalesIntel.SampleHost;

/// <summary>Options that a part of the service has refused after the settings were read.</summary>
internal static class ConfigurationErrors
{
    /// <summary>One sentence for each error; null when the exception is about something else. Several refused options come as one
    /// <see cref="AggregateException"/> when the host starts.</summary>
    public static IReadOnlyList<string>? Find(Exception exception) => exception switch
    {
        OptionsValidationException refused => [.. refused.Failures],
        AggregateException all when all.InnerExceptions.All(one => one is OptionsValidationException) =>
            [.. all.InnerExceptions.Cast<OptionsValidationException>().SelectMany(refused => refused.Failures)],
        _ => null,
    };
}
