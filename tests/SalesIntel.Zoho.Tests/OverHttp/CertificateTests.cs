using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>A server whose certificate nobody vouches for: a proxy that looks into connections, a clock that is years off.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task Certificate_that_is_not_accepted_is_an_outage_that_says_what_to_check_and_nothing_was_sent()
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = ReadAsync(listener, certificate);
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server, configure: o => o.ApiUrl = $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        var failure = await ZohoHarness.FailsAsync(() => zoho.Client.GetFieldsAsync("Leads"));

        Assert.Equal(("certificate", true, true, false), (failure.Code, failure.IsTransient, failure.IsOutage, failure.OutcomeUnknown));
        Assert.Contains("clock", failure.Message);
        Assert.Equal(0, await accepting);
    }

    // How many bytes came over the secure connection.
    private static async Task<int> ReadAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        await using var secure = new SslStream(connection.GetStream());
        try
        {
            await secure.AuthenticateAsServerAsync(certificate);
            return await secure.ReadAsync(new byte[1_024]);
        }
        catch (Exception ended) when (ended is IOException or System.Security.Authentication.AuthenticationException)
        {
            return 0;
        }
    }
}
