using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>A request that sends its body when and as far as the test says.</summary>
internal sealed class RawRequest : IAsyncDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly NetworkStream stream;

    private RawRequest(int port)
    {
        socket.Connect(IPAddress.Loopback, port);
        stream = new NetworkStream(socket);
    }

    /// <summary>Sends the headers of a POST.</summary>
    public static async Task<RawRequest> StartAsync(Uri address, string path, long? length, params (string Name, string Value)[] headers)
    {
        var request = new RawRequest(address.Port);
        var head = new StringBuilder($"POST {path} HTTP/1.1\r\nHost: x\r\n");
        head.Append(length is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes}\r\n") : "Transfer-Encoding: chunked\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        await request.SendAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        return request;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes);

    /// <summary>False when the other side has closed the connection.</summary>
    public async Task<bool> TrySendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await SendAsync(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async Task SendChunkAsync(byte[] bytes)
    {
        await SendAsync(Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
        await SendAsync(bytes);
        await SendAsync("\r\n"u8.ToArray());
    }

    /// <summary>The status of the answer.</summary>
    public async Task<HttpStatusCode> ReadStatusAsync()
    {
        var line = Encoding.ASCII.GetString(await ReadAsync(12));
        return (HttpStatusCode)int.Parse(line[^3..], CultureInfo.InvariantCulture);
    }

    /// <summary>The whole answer, head and body.</summary>
    public async Task<string> ReadAnswerAsync()
    {
        var all = new List<byte>();
        var (head, length) = (-1, 0);
        while (head < 0 || all.Count < head + length)
        {
            all.AddRange(await ReadAsync(1));
            if (head < 0 && all[^1] == '\n' && Encoding.ASCII.GetString([.. all]) is var text && text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                head = all.Count;
                var at = text.IndexOf("Content-Length: ", StringComparison.Ordinal) + "Content-Length: ".Length;
                length = int.Parse(text[at..text.IndexOf('\r', at)], CultureInfo.InvariantCulture);
            }
        }

        return Encoding.UTF8.GetString([.. all]);
    }

    /// <summary>Whether anything has come, or the connection was closed.</summary>
    public bool IsAnswered => socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Goes away as a process does that is killed.</summary>
    public void Abort()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        socket.Dispose();
    }

    private async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes).AsTask().WaitAsync(Until.Patience);
        return bytes;
    }
}
