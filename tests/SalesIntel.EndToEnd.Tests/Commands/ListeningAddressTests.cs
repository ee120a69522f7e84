using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Commands;

namespace SalesIntel.EndToEnd.Tests.Commands;

/// <summary>An address that can't be listened on is an error that names it; nothing listens elsewhere instead.</summary>
public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("--PORT abc", "PORT is 'abc': must be a whole number from 1 to 65535")]
    [InlineData("--PORT 99999", "PORT is '99999': must be a whole number from 1 to 65535")]
    [InlineData("--PORT 0", "PORT is '0': must be")]
    [InlineData("--PORT 80/tcp", "PORT is '80/tcp': must be")]
    [InlineData("--urls nonsense", "urls is 'nonsense': must be http://HOST:PORT")]
    [InlineData("--urls http://127.0.0.1:70000", "urls is 'http://127.0.0.1:70000': must be http://HOST:PORT")]
    [InlineData("--urls http://127.0.0.1:8o80", "urls is 'http://127.0.0.1:8o80': must be http://HOST:PORT")]
    [InlineData("--urls http://127.0.0.1:0;https", "urls is 'https': must be http://HOST:PORT")]
    public async Task Address_that_is_none_is_refused(string line, string said)
    {
        var (code, error) = await RunAsync(line);

        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_in_use_is_named_without_a_stack_trace()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";
        var (code, error) = await RunAsync($"--urls {url}");

        Assert.Equal(3, code);
        Assert.Contains("SalesIntel can't start: ", error, StringComparison.Ordinal);
        Assert.Contains(url, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "http://127.0.0.1:8000")]
    [InlineData("--PORT 9001", "http://0.0.0.0:9001")]
    [InlineData("--PORT 9001 --urls http://127.0.0.1:9002", "http://127.0.0.1:9002")]
    [InlineData("--urls http://127.0.0.1:9002;http://[::1]:9003;http://+:80;http://unix:/tmp/salesintel.sock",
        "http://127.0.0.1:9002;http://[::1]:9003;http://+:80;http://unix:/tmp/salesintel.sock")]
    public async Task Address_that_is_one_is_taken(string line, string expected)
    {
        await using var app = Host().Build(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(expected, app.Configuration["urls"]);
    }

    private static SalesIntelHost Host() => new(builder => builder.Services.AddSalesIntel(builder.Configuration).AddMemoryStore())
    {
        Overrides = new Dictionary<string, string?> { ["REDIS_URL"] = "" },
    };

    private static async Task<(int Code, string Error)> RunAsync(string line)
    {
        using var error = new StringWriter();
        var code = await Host().RunAsync(line.Split(' '), new InvocationConfiguration { Output = TextWriter.Null, Error = error });
        return (code, error.ToString());
    }
}
