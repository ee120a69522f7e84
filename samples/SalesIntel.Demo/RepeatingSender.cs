namespace SalesIntel.Demo;

/// <summary>Sends as Calendly and Read.ai do: what is answered with 503 is sent again, signed anew, until it is taken.</summary>
/// <param name="sender">Sends once.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">For how long a message is sent again.</param>
internal sealed class RepeatingSender(DemoSender sender, TimeProvider time, TimeSpan patience)
{
    private static readonly TimeSpan Unasked = TimeSpan.FromSeconds(1);

    /// <summary>Sends a message.</summary>
    /// <param name="webhook">The message.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The last answer.</returns>
    public async Task<DemoAnswer> SendAsync(DemoWebhook webhook, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var sends = 1; ; sends++)
        {
            var answer = await sender.SendAsync(webhook, cancellationToken) with { Sends = sends };
            var wait = answer.RetryAfter ?? Unasked;
            if (answer.Result != "503" || time.GetElapsedTime(started) + wait > patience)
            {
                return answer;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
