using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Doctor;

/// <summary>Zoho's accounts hosts, each with a simulator in its place; those without one can't be reached.</summary>
internal sealed class AccountsHosts(params (string Host, SimulatorServer Server)[] hosts) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Host;
        var server = hosts.FirstOrDefault(one => one.Host == host).Server
            ?? throw new HttpRequestException(HttpRequestError.NameResolutionError, $"No such host: {host}");
        request.RequestUri = new Uri(server.BaseUrl, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
