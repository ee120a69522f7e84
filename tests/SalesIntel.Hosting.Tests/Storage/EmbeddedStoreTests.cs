namespace SalesIntel.Hosting.Tests.Storage;

public sealed class EmbeddedStoreTests(EmbeddedFixture fixture) : RedisContract(fixture), IClassFixture<EmbeddedFixture>;
