using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;
using SalesIntel.Transcripts;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Bodies that come compressed.</summary>
[Collection(nameof(UndisturbedCollection))]
public sealed class CompressedBodyTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(Bodies.Meeting("M", "ada@quill.example", 0));

    private readonly ReadAiSource source = new(new ReadAiOptions { SigningKeys = [Convert.ToBase64String(Key)] });
    private readonly Pipeline pipeline = new();

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("gzip", false)]
    [InlineData("GZIP", true)]
    [InlineData("x-gzip", false)]
    [InlineData(" gzip , identity", true)]
    [InlineData(null, true)]
    [InlineData("identity", false)]
    public async Task Signed_over_the_compressed_or_the_plain_bytes_it_is_accepted_and_stored_plain(string? encoding, bool overPlain)
    {
        var body = Gzip(Plain);

        var outcome = await ReceiveAsync(body, encoding, signed: overPlain ? Plain : body);

        Assert.Equal(IntakeKind.Accepted, outcome.Kind);
        var stored = (await pipeline.Store.GetAsync(outcome.EventId, CancellationToken.None))!;
        Assert.Equal(Plain, stored.Payload.ToArray());
        Assert.Equal("M", stored.ExternalId);
        Assert.Equal(IntakeKind.Duplicate, (await ReceiveAsync(Plain, null, Plain)).Kind);
    }

    [Fact]
    public async Task Header_that_a_relay_left_on_a_plain_body_does_not_matter() =>
        Assert.Equal(IntakeKind.Accepted, (await ReceiveAsync(Plain, "gzip", Plain)).Kind);

    [Fact]
    public async Task Compressed_in_several_parts_it_is_read_whole()
    {
        byte[] body = [.. Gzip(Plain[..40]), .. Gzip(Plain[40..])];

        Assert.Equal(Plain, (await StoredAsync(await ReceiveAsync(body, "gzip", body))).Payload.ToArray());
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    public async Task Another_encoding_is_refused_with_what_is_taken(string encoding)
    {
        var outcome = await ReceiveAsync(Plain, encoding, Plain);

        Assert.Equal(IntakeKind.UnsupportedEncoding, outcome.Kind);
        Assert.Contains("gzip", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal("", outcome.EventId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_that_is_longer_than_the_limit_when_unpacked_is_refused(bool overPlain)
    {
        pipeline.Webhooks.MaxBodyBytes = Plain.Length - 1;
        var body = Gzip(Plain);

        Assert.Equal(IntakeKind.TooLong, (await ReceiveAsync(body, "gzip", overPlain ? Plain : body)).Kind);

        pipeline.Webhooks.MaxBodyBytes = Plain.Length;
        Assert.Equal(IntakeKind.Accepted, (await ReceiveAsync(body, "gzip", overPlain ? Plain : body)).Kind);
    }

    [Fact]
    public async Task Bomb_costs_no_more_than_the_limit()
    {
        pipeline.Webhooks.MaxBodyBytes = 1_000_000;
        var bomb = Gzip(new byte[200_000_000]);
        await ReceiveAsync(bomb, "gzip", bomb);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var outcome = await ReceiveAsync(bomb, "gzip", bomb);

        Assert.Equal(IntakeKind.TooLong, outcome.Kind);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 8_000_000);
    }

    [Fact]
    public async Task Unsigned_or_wrongly_signed_it_is_refused()
    {
        var body = Gzip(Plain);

        Assert.Equal(SignatureValidationResult.Mismatch, (await ReceiveAsync(body, "gzip", [1])).Signature);
        Assert.Equal(
            SignatureValidationResult.Missing,
            (await pipeline.Intake.ReceiveAsync(source, new WebhookRequest(body, _ => null), CancellationToken.None)).Signature);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public async Task Rightly_signed_and_damaged_it_is_kept_as_it_came(int at)
    {
        var body = Gzip(Plain);
        body[at] ^= 0xFF;

        var outcome = await ReceiveAsync(body, "gzip", body);

        Assert.Equal(IntakeKind.Unreadable, outcome.Kind);
        Assert.Contains("gzip", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(body, (await StoredAsync(outcome)).Payload.ToArray());
    }

    [Theory]
    [InlineData(10, "gzip")]
    [InlineData(60, "cut off")]
    public async Task Rightly_signed_and_cut_off_it_is_unreadable(int length, string reason)
    {
        var body = Gzip(Plain)[..length];

        var outcome = await ReceiveAsync(body, "gzip", body);

        Assert.Equal(IntakeKind.Unreadable, outcome.Kind);
        Assert.Contains(reason, outcome.Reason, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return compressed.ToArray();
    }

    private async Task<WebhookEvent> StoredAsync(IntakeOutcome outcome) =>
        (await pipeline.Store.GetAsync(outcome.EventId, CancellationToken.None))!;

    private Task<IntakeOutcome> ReceiveAsync(byte[] body, string? encoding, byte[] signed)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key, signed));
        var request = new WebhookRequest(body, name => name switch
        {
            ReadAiSource.SignatureHeader => signature,
            "Content-Encoding" => encoding,
            _ => null,
        });
        return pipeline.Intake.ReceiveAsync(source, request, CancellationToken.None);
    }
}
