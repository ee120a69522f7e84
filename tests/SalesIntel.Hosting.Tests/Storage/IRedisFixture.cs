using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>A server that all tests of a class share; each test has its own key prefix.</summary>
public interface IRedisFixture
{
    string Url { get; }

    IConnectionMultiplexer Admin { get; }
}
