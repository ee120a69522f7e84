using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>The registered sources, each with a name that makes an address of its own.</summary>
internal static class WebhookSources
{
    /// <exception cref="InvalidOperationException">A name can't stand in a URL, or two sources have the same.</exception>
    public static IReadOnlyList<IWebhookSource> Of(IServiceProvider services)
    {
        IWebhookSource[] sources = [.. services.GetServices<IWebhookSource>()];
        var errors = sources.Where(source => !IsUsable(source.Name)).Select(Unusable)
            .Concat(sources.GroupBy(source => source.Name ?? "", StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1 && IsUsable(group.Key)).Select(Shared));
        var message = string.Join(Environment.NewLine, errors);
        return message.Length == 0 ? sources : throw new InvalidOperationException(message);
    }

    private static bool IsUsable(string? name) => name is { Length: > 0 } && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string Unusable(IWebhookSource source) =>
        $"The webhook source {source.GetType()} has the Name '{source.Name}', which can't be part of a URL: use letters and digits, and "
        + "'-', '_' or '.' after the first.";

    private static string Shared(IGrouping<string, IWebhookSource> group) =>
        $"The webhook sources {string.Join(" and ", group.Select(source => source.GetType()))} have the same Name '{group.Key}', so their "
        + "webhooks would have the same address: give each a Name of its own.";
}
