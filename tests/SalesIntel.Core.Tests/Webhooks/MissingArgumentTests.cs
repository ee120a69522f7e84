using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks;

/// <summary>What a caller has left out is named where it was left out.</summary>
public sealed class MissingArgumentTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<IWebhookSource> Sources =>
    [
        new CalendlySource(new CalendlyOptions { SigningKeys = ["a key"] }),
        new ReadAiSource(new ReadAiOptions { SharedSecret = "a secret" }),
        new CalendlySource(new CalendlyOptions()),
        new ReadAiSource(new ReadAiOptions()),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_names_what_it_is_not_given(IWebhookSource source)
    {
        Assert.Throws<ArgumentNullException>("header", () => source.BeginCheck(null!, At));
        Assert.Throws<ArgumentNullException>("request", () => source.Verify(null!, At));
    }

    [Fact]
    public void Options_keys_and_digests_are_needed()
    {
        Assert.Throws<ArgumentNullException>("options", () => new ReadAiSource(null!));
        Assert.Throws<ArgumentNullException>("keys", () => SignatureCheck.HmacSha256(null!, [], [new byte[32]]));
        Assert.Throws<ArgumentNullException>("digests", () => SignatureCheck.HmacSha256([new SigningKey([1])], [], null!));
        Assert.Throws<ArgumentException>(() => SignatureCheck.HmacSha256([], [], [new byte[32]]));
        Assert.Throws<ArgumentException>(() => SignatureCheck.HmacSha256([new SigningKey([1])], [], []));
    }

    [Fact]
    public void Key_without_bytes_is_refused() => Assert.Throws<ArgumentException>("key", () => new SigningKey([]));
}
