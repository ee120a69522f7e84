using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SalesIntel.EndToEnd.Tests.Sqlite;
using SalesIntel.Hosting.Commands;

namespace SalesIntel.EndToEnd.Tests.Commands;

/// <summary>What a host that this package builds can do besides receiving webhooks, although it leaves out what the service does not need.</summary>
public sealed class BuiltHostTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-built-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("json")]
    [InlineData("systemd")]
    [InlineData(null)]
    public async Task Console_writes_in_the_format_that_is_configured(string? format)
    {
        await using var app = Host().Build(format is null ? [] : [$"--Logging:Console:FormatterName={format}"]);

        var console = app.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value;
        Assert.Equal(format ?? ConsoleFormatterNames.Simple, console.FormatterName);
    }

    [Fact]
    public async Task It_listens_with_a_certificate_and_knows_all_constraints_of_routes()
    {
        var certificate = Path.Combine(folder, "host.pfx");
        await File.WriteAllBytesAsync(certificate, Certificate());
        await using var app = Host().Build(
            "--Kestrel:Endpoints:Safe:Url=https://127.0.0.1:0", $"--Kestrel:Endpoints:Safe:Certificate:Path={certificate}");
        await app.StartAsync();
        using var trusting = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var http = new HttpClient(trusting) { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal("https", http.BaseAddress.Scheme);
        Assert.Equal("abc", await http.GetStringAsync("letters/abc"));
        using var other = await http.GetAsync("letters/123");
        Assert.Equal(404, (int)other.StatusCode);
        await app.StopAsync();
    }

    [Fact]
    public async Task Service_that_has_started_and_has_no_work_gives_memory_back()
    {
        await using var site = await FileSite.CreateAsync();
        var host = await site.StartAsync(("LOG_LEVEL", "DEBUG"));

        await host.UntilAsync(
            () => Task.FromResult(host.Output.Contains("The service is idle: its heap was collected", StringComparison.Ordinal)),
            "It kept what its start had needed.");
    }

    private static byte[] Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=host.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.Export(X509ContentType.Pfx);
    }

    private SalesIntelHost Host() => new(builder => builder.Services.AddSalesIntel(builder.Configuration).AddMemoryStore())
    {
        Map = app =>
        {
            app.MapSalesIntel();
            app.MapGet("letters/{word:regex(^[a-z]+$)}", (string word) => word);
        },
        Overrides = new Dictionary<string, string?> { ["DATA_DIR"] = Path.Combine(folder, "data"), ["REDIS_URL"] = "" },
    };
}
