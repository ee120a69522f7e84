namespace SalesIntel.Hosting.Tests.Storage;

public sealed class RedisStoreTests(RedisFixture fixture) : RedisContract(fixture), IClassFixture<RedisFixture>;
