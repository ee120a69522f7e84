using System.Globalization;
using System.Net;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Processes;

namespace SalesIntel.Hosting.Tests.Floods;

/// <summary>A server in a process of its own: its memory, and how it goes on with small bookings.</summary>
internal sealed class FloodedServer : IAsyncDisposable
{
    private static readonly (string, string)[] Settings =
        [("CALENDLY_SIGNING_KEY", Bodies.CalendlyKey), ("READAI_SIGNING_KEY", Bodies.ReadAiKey)];

    private readonly ChildProcess process;
    private readonly HttpClient client;

    // Its connections are closed by refusals; a booking that met one of them would be lost on its way, and not by the server.
    private readonly HttpClient clientOfLargeBodies;
    private int megabytesAtStart;

    private FloodedServer(ChildProcess process, Uri address)
    {
        this.process = process;
        Address = address;
        client = new HttpClient { BaseAddress = address };
        clientOfLargeBodies = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>Megabytes by which the process has grown at most since its first booking.</summary>
    public int Growth => Read("VmHWM:") - megabytesAtStart;

    /// <param name="file">The database; empty for a store in memory.</param>
    public static async Task<FloodedServer> StartAsync(string file = "")
    {
        var process = ChildProcess.Start(["serve", file, .. Settings.Select(pair => $"{pair.Item1}={pair.Item2}")]);
        await process.UntilAsync(lines => lines.Any(line => line.StartsWith("listens ", StringComparison.Ordinal)));
        var address = new Uri(process.Lines.First(line => line.StartsWith("listens ", StringComparison.Ordinal))["listens ".Length..]);
        var server = new FloodedServer(process, address);
        Assert.True(await server.BookAsync(-1));
        server.megabytesAtStart = server.Read("VmRSS:");
        return server;
    }

    /// <summary>Sends a small signed booking; true when it was accepted.</summary>
    public async Task<bool> BookAsync(int number)
    {
        var text = System.Text.Encoding.UTF8.GetString(Bodies.Fixture("calendly/invitee_created_full.json"));
        var body = System.Text.Encoding.UTF8.GetBytes(text.Replace("\"updated_at\": \"", $"\"updated_at\": \"{number} ", StringComparison.Ordinal));
        using var answer = await client.PostAsync("/webhooks/calendly", Bodies.Calendly(body, DateTimeOffset.UtcNow));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Sends small bookings while something goes on; all must be accepted.</summary>
    public async Task BookWhileAsync(Task other)
    {
        var number = 0;
        do
        {
            Assert.True(await BookAsync(number++));
        }
        while (!other.IsCompleted);

        await other;
    }

    /// <summary>A signed meeting of a length.</summary>
    public static byte[] Meeting(int number, int length)
    {
        var head = $$"""{"session_id":"S{{number}}","trigger":"meeting_end","title":"T","participants":[{"name":"Ada","email":"ada@quill.example"}],"summary":" """;
        var body = new byte[length];
        body.AsSpan().Fill((byte)'a');
        for (var i = 100; i < length; i += 100)
        {
            body[i] = (byte)' ';
        }

        System.Text.Encoding.UTF8.GetBytes(head, body);
        "\"}"u8.CopyTo(body.AsSpan(length - 2));
        return body;
    }

    /// <summary>The answer, or 503 where there was none: a server that refuses early closes the connection when the rest of a body does not come
    /// in time, as it does not from 200 senders on two cores, and a sender repeats then as well.</summary>
    public async Task<HttpStatusCode> SendMeetingAsync(byte[] body, string? signature = null)
    {
        using var content = signature is null ? Bodies.ReadAi(body) : Bodies.Plain(body);
        if (signature is not null)
        {
            content.Headers.Add("X-Read-Signature", signature);
        }

        try
        {
            using var answer = await clientOfLargeBodies.PostAsync("/webhooks/readai", content);
            return answer.StatusCode;
        }
        catch (HttpRequestException error) when (error.InnerException is IOException)
        {
            return HttpStatusCode.ServiceUnavailable;
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        clientOfLargeBodies.Dispose();
        await process.DisposeAsync();
    }

    private int Read(string name) => int.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(':', 'k')[1],
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) / 1024;
}
