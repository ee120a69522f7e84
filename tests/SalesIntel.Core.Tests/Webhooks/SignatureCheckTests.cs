using System.Security.Cryptography;
using CsCheck;

namespace SalesIntel.Webhooks;

public sealed class SignatureCheckTests
{
    private static readonly byte[] Key = "a key"u8.ToArray();
    private static readonly byte[] Other = "another key"u8.ToArray();
    private static readonly SigningKey[] Keys = [new(Other), new(Key)];

    [Fact]
    public void A_body_in_parts_is_checked_as_a_whole_one() =>
        Gen.Select(Gen.Byte.Array[0, 5_000], Gen.Byte.Array[0, 20], Gen.Int[1, 900], Gen.Bool).Sample((body, prefix, part, isChanged) =>
        {
            byte[] signed = [.. prefix, .. body, .. isChanged ? "x"u8 : []];
            var digest = HMACSHA256.HashData(Key, signed);
            using var check = SignatureCheck.HmacSha256(Keys, prefix, [new byte[32], digest]);
            for (var at = 0; at < body.Length; at += part)
            {
                check.Append(body.AsSpan(at, Math.Min(part, body.Length - at)));
            }

            Assert.Null(check.Decided);
            var expected = isChanged ? SignatureValidationResult.Mismatch : SignatureValidationResult.Valid;
            return check.Finish() == expected && check.Finish() == expected;
        });

    [Fact]
    public void A_check_that_was_broken_off_leaves_nothing_behind_for_the_next()
    {
        for (var i = 0; i < 3; i++)
        {
            using (var broken = SignatureCheck.HmacSha256(Keys, "prefix"u8, [new byte[32]]))
            {
                broken.Append("half a body"u8);
            }

            using var check = SignatureCheck.HmacSha256(Keys, [], [HMACSHA256.HashData(Key, "body"u8)]);
            check.Append("body"u8);
            Assert.Equal(SignatureValidationResult.Valid, check.Finish());
        }
    }

    [Fact]
    public void Many_at_once_do_not_disturb_each_other() => Parallel.For(0, 2_000, i =>
    {
        var body = BitConverter.GetBytes(i);
        using var check = SignatureCheck.HmacSha256(Keys, [], [HMACSHA256.HashData(Key, body)]);
        check.Append(body);
        Assert.Equal(SignatureValidationResult.Valid, check.Finish());
    });

    [Fact]
    public void As_many_at_once_as_a_machine_has_are_each_checked_by_themselves()
    {
        var checks = Enumerable.Range(0, 50)
            .Select(i => SignatureCheck.HmacSha256(Keys, [(byte)i], [HMACSHA256.HashData(Key, new byte[] { (byte)i, 7 })])).ToList();

        checks.ForEach(check => check.Append([7]));

        Assert.All(checks, check => Assert.Equal(SignatureValidationResult.Valid, check.Finish()));
        Assert.All(checks, check => Assert.Equal(SignatureValidationResult.Valid, check.Decided));
    }

    [Fact]
    public void Check_that_the_headers_have_decided_looks_at_no_body()
    {
        foreach (var result in Enum.GetValues<SignatureValidationResult>())
        {
            using var check = SignatureCheck.Of(result);
            check.Append("body"u8);
            Assert.Equal((result, result), (check.Decided, check.Finish()));
        }
    }

    [Fact]
    public void Check_that_was_broken_off_is_not_valid()
    {
        var check = SignatureCheck.HmacSha256(Keys, [], [HMACSHA256.HashData(Key, Array.Empty<byte>())]);
        check.Dispose();

        Assert.Equal(SignatureValidationResult.Mismatch, check.Finish());
        check.Append([1]);
        check.Dispose();
        Assert.Equal("keys", Assert.Throws<ArgumentNullException>(() => SignatureCheck.HmacSha256(null!, [], [])).ParamName);
        Assert.Equal("digests", Assert.Throws<ArgumentNullException>(() => SignatureCheck.HmacSha256(Keys, [], null!)).ParamName);
    }

    [Fact]
    public void Without_a_key_nobody_can_sign()
    {
        Assert.Throws<ArgumentException>(() => new SigningKey([]));
        Assert.Throws<ArgumentException>(() => SignatureCheck.HmacSha256([], [], [new byte[32]]));
        Assert.Throws<ArgumentException>(() => SignatureCheck.HmacSha256(Keys, [], []));
    }
}
