using Microsoft.Extensions.DependencyInjection;
using System.Net;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Configuration;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class RedisUrlTests
{
    [Theory]
    [InlineData("redis://localhost", "localhost", 6379, 0, null, null, false)]
    [InlineData("redis://localhost:6380/3", "localhost", 6380, 3, null, null, false)]
    [InlineData("redis://localhost/", "localhost", 6379, 0, null, null, false)]
    [InlineData("rediss://cache.example:6390", "cache.example", 6390, 0, null, null, true)]
    [InlineData("redis://:s3cret@h", "h", 6379, 0, null, "s3cret", false)]
    [InlineData("redis://app:p%40ss%3Aw%2Frd%23@h/1", "h", 6379, 1, "app", "p@ss:w/rd#", false)]
    [InlineData("redis://app:a:b@h", "h", 6379, 0, "app", "a:b", false)]
    [InlineData("redis://app@h", "h", 6379, 0, "app", null, false)]
    public void Parse_reads_each_part(string url, string host, int port, int database, string? user, string? password, bool tls)
    {
        var options = RedisUrl.Parse(url);
        var end = Assert.IsType<DnsEndPoint>(Assert.Single(options.EndPoints));
        Assert.Equal((host, port), (end.Host, end.Port));
        Assert.Equal((database, user, password, tls), (options.DefaultDatabase, options.User, options.Password, options.Ssl));
        Assert.Equal(tls ? host : null, options.SslHost);
        Assert.False(options.AbortOnConnectFail);
    }

    [Theory]
    [InlineData("redis://[::1]:7000/2", "::1", 7000)]
    [InlineData("redis://[fd00::7]", "fd00::7", 6379)]
    [InlineData("redis://127.0.0.1:7001", "127.0.0.1", 7001)]
    public void Parse_reads_addresses(string url, string address, int port) =>
        Assert.Equal(new IPEndPoint(IPAddress.Parse(address), port), Assert.Single(RedisUrl.Parse(url).EndPoints));

    [Theory]
    [InlineData("redis://a,b:7000,[::1]:7001/0", "a:6379, b:7000, [::1]:7001", false)]
    [InlineData("rediss://:pw@a, b:7000", "a:6379, b:7000", true)]
    public void Parse_reads_several_hosts(string url, string server, bool tls)
    {
        var options = RedisUrl.Parse(url);
        Assert.Equal((server, tls), (RedisUrl.Server(options), options.Ssl));
        Assert.Null(options.SslHost);
        Assert.Null(options.ServiceName);
    }

    [Theory]
    [InlineData("redis-sentinel://a/mine", "mine (Sentinel at a:26379)", 0, null, null, false)]
    [InlineData("redis+sentinel://a:1,b/mine/4", "mine (Sentinel at a:1, b:26379)", 4, null, null, false)]
    [InlineData("rediss-sentinel://app:pw@a,b/my%2Fown/0", "my/own (Sentinel at a:26379, b:26379)", 0, "app", "pw", true)]
    public void Parse_reads_sentinels(string url, string server, int database, string? user, string? password, bool tls)
    {
        var options = RedisUrl.Parse(url);
        Assert.Equal((server, database, tls), (RedisUrl.Server(options), options.DefaultDatabase, options.Ssl));
        Assert.Equal((user, password, user, password), (options.User, options.Password, options.SentinelUser, options.SentinelPassword));
        Assert.Null(options.SslHost);
    }

    [Fact]
    public void Parse_reads_the_sentinels_own_user_and_password()
    {
        var options = RedisUrl.Parse("redis-sentinel://app:pw@a/mine/1?sentinel_user=s&sentinel_password=s%26w");
        Assert.Equal(("app", "pw", "s", "s&w"), (options.User, options.Password, options.SentinelUser, options.SentinelPassword));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("localhost:6379", "starts with \"localhost:\"")]
    [InlineData("http://h", "starts with \"http:\"")]
    [InlineData("redis://h/main", "number of a database")]
    [InlineData("redis://h/0?ssl=true", "behind ?")]
    [InlineData("redis://", "REDIS_URL")]
    [InlineData("redis://:pw@h:99999", "can't be read")]
    [InlineData("redis:pw@h", "names no host")]
    [InlineData("app:pw@h", "does not start with redis://")]
    [InlineData("redis://:pw/x@h", "can't be read")]
    [InlineData("redis://:pw@", "names no host")]
    [InlineData("redis://:pw@a,,b", "names no host between two commas")]
    [InlineData("redis://:pw@a,b:x", "can't be read")]
    [InlineData("redis://:pw@a;b", "can't be read")]
    [InlineData("redis-sentinel://:pw@a,b", "names no service")]
    [InlineData("redis-sentinel://:pw@a,b/mine/0/1", "names no service")]
    [InlineData("redis-sentinel://:pw@a,b/mine/main", "number of a database")]
    [InlineData("redis-sentinel://a/mine?password=pw", "neither sentinel_user nor sentinel_password")]
    [InlineData("redis-cluster://a,b", "starts with \"redis-cluster:\"")]
    public void Parse_of_a_wrong_address_says_what_to_set(string url, string text)
    {
        var exception = Assert.Throws<FormatException>(() => RedisUrl.Parse(url));
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.Contains("REDIS_URL", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis://h", 60, 60, "")]
    [InlineData("", 60, 60, "REDIS_URL is not set: required for the Redis store")]
    [InlineData("http://u:pw@h", 60, 60, "REDIS_URL (RedisStoreOptions.Url) (value not shown): must be redis://")]
    [InlineData("redis://h", 59, 60, "EVENT_TTL_SECONDS (RedisStoreOptions.EventLife) is '59': must be a number of seconds from 60")]
    [InlineData("redis://h", 61, 60, "IDEMPOTENCY_TTL_SECONDS is shorter than EVENT_TTL_SECONDS: a repetition would be processed again")]
    public void What_can_not_work_is_named(string url, double life, double idempotency, string error)
    {
        using var host = new ConfiguredHost(builder => builder.AddRedisStore(options =>
        {
            options.Url = url;
            options.EventLife = TimeSpan.FromSeconds(life);
            options.IdempotencyLife = TimeSpan.FromSeconds(idempotency);
        }));
        Assert.StartsWith(error, string.Join('\n', host.Errors), StringComparison.Ordinal);
        Assert.InRange(host.Errors.Count, error.Length == 0 ? 0 : 1, error.Length == 0 ? 0 : 1);
    }
}
