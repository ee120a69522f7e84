using System.Net;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Simulator;

public sealed class OAuthTests
{
    [Fact]
    public async Task Token_of_a_good_refresh_token_opens_the_api_and_names_the_api_host()
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var (status, answer) = await sim.TokenAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(sim.Server.BaseUrl.ToString().TrimEnd('/'), answer["api_domain"]!.ToString());
        Assert.Equal(3600, (int)answer["expires_in"]!);
        Assert.Equal(204, (await sim.GetAsync("Leads/search?email=none@a.example")).Status);
    }

    [Theory]
    [InlineData("wrong-refresh", "client", "invalid_code")]
    [InlineData("refresh", "wrong-client", "invalid_client")]
    public async Task Refused_credentials_answer_200_with_an_error(string refreshToken, string clientId, string error)
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var (status, answer) = await sim.TokenAsync(refreshToken, clientId);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(error, answer["error"]!.ToString());
        Assert.Null(answer["access_token"]);
    }

    [Fact]
    public async Task The_eleventh_token_in_ten_minutes_is_denied_until_the_window_moves_on()
    {
        var time = new FakeTimeProvider();
        await using var sim = await SimulatorFixture.StartAsync(new SimulatorOptions { TimeProvider = time });
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await sim.TokenAsync()).Status);
        }

        var (status, answer) = await sim.TokenAsync();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Access Denied", answer["error"]!.ToString());

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await sim.TokenAsync()).Status);
        Assert.Equal(12, sim.State.TokenRequests);
        Assert.Equal(11, sim.State.TokensIssued);
    }

    [Fact]
    public async Task One_live_token_too_many_ends_the_oldest()
    {
        await using var sim = await SimulatorFixture.StartAsync(new SimulatorOptions { LiveTokens = 2 });
        await sim.TokenAsync();
        Assert.Equal(204, (await sim.GetAsync("Leads/1")).Status);

        await sim.TokenAsync();

        var (status, body) = await sim.GetAsync("Leads/1");
        Assert.Equal(401, status);
        Assert.Equal("INVALID_TOKEN", body!["code"]!.ToString());
    }

    [Fact]
    public async Task A_token_dies_after_its_life_and_when_revoked()
    {
        var time = new FakeTimeProvider();
        await using var sim = await SimulatorFixture.StartAsync(
            new SimulatorOptions { TimeProvider = time, TokenLife = TimeSpan.FromSeconds(5) });
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(401, (await sim.GetAsync("Leads/1")).Status);

        await sim.RefreshAsync();
        Assert.Equal(204, (await sim.GetAsync("Leads/1")).Status);
        sim.Server.RevokeTokens();
        Assert.Equal(401, (await sim.GetAsync("Leads/1")).Status);
    }
}
