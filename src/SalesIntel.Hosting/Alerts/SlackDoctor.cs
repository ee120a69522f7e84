using SalesIntel.Doctor;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Whether alerts reach people, as far as that can be told without sending one. That there is no webhook, the settings warn of.
/// </summary>
internal sealed class SlackDoctor(IOptions<SlackOptions> options)
{
    private const string Host = "hooks.slack.com";
    private const string Check = "webhook";

    public Task<IReadOnlyList<DoctorFinding>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private IReadOnlyList<DoctorFinding> Look()
    {
        if (options.Value.WebhookUrl.Length == 0)
        {
            return [];
        }

        var url = new Uri(options.Value.WebhookUrl);
        return
        [
            url.Scheme != Uri.UriSchemeHttps
                ? new(DoctorLevel.Warning, Check, "", "SLACK_WEBHOOK_URL is not encrypted, which only a stand-in on this machine may be.",
                    $"Set it to an incoming webhook of Slack, https://{Host}/….")
                : url.Host.Equals(Host, StringComparison.OrdinalIgnoreCase)
                    ? new(DoctorLevel.Ok, Check, "", "SLACK_WEBHOOK_URL is an incoming webhook of Slack; nothing was posted to it.")
                    : new(DoctorLevel.Ok, Check, "", $"SLACK_WEBHOOK_URL is set, and is not at {Host}; nothing was posted to it."),
        ];
    }
}
