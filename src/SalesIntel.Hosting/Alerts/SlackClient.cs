using System.Net;
using System.Net.Http.Headers;
using SalesIntel.Hosting.Alerts.Book;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Posts notices to an incoming webhook. See https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks.</summary>
internal sealed class SlackClient(
    IHttpClientFactory clients, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackClient> logger)
{
    public const string HttpClientName = "SalesIntel.Slack";

    /// <summary>Sends one notice; what Slack refuses or does not take in time is logged. The address is a secret and never part of what
    /// is logged.</summary>
    public async Task<SlackOutcome> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        var fingerprint = notice.Group.Latest.Fingerprint;
        try
        {
            using var content = new ByteArrayContent(SlackMessage.Render(notice, time.GetUtcNow()));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.PostAsync(options.Value.WebhookUrl, content, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                Log.Sent(logger, fingerprint, notice.Kind);
                return SlackOutcome.Taken;
            }

            Log.SlackRefused(logger, fingerprint, (int)response.StatusCode);
            return response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
                ? SlackOutcome.Away
                : SlackOutcome.Refused;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // Whatever it is: the next notice must still be sent. The type says enough, a message could name the address.
            Log.SlackAway(logger, fingerprint, exception.GetType().Name);
            return SlackOutcome.Away;
        }
    }
}
