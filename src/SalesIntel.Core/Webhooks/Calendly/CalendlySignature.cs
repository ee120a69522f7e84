using System.Globalization;
using System.Text;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>The check of <c>Calendly-Webhook-Signature: t=...,v1=...</c>: HMAC-SHA256 over <c>t</c>, a dot and the raw body,
/// see https://developer.calendly.com/api-docs/4c305798a61d3-webhook-signatures.</summary>
internal static class CalendlySignature
{
    // Digits of a Unix time in seconds up to the year 9999.
    private const int LongestTime = 12;

    internal static SignatureValidationResult Verify(
        string? header,
        ReadOnlySpan<byte> body,
        IEnumerable<byte[]> keys,
        TimeSpan tolerance,
        DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return SignatureValidationResult.Missing;
        }

        string? time = null;
        var digests = new List<byte[]>();
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                if (time is not null)
                {
                    return SignatureValidationResult.Malformed;
                }

                time = part[2..];
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal) && HmacSignature.Parse(part.AsSpan(3)) is { } digest)
            {
                digests.Add(digest);
            }
        }

        if (time is null or { Length: > LongestTime }
            || digests.Count == 0
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return SignatureValidationResult.Malformed;
        }

        var prefix = Encoding.ASCII.GetBytes(time + ".");
        var matches = false;
        foreach (var key in keys)
        {
            matches |= HmacSignature.Matches(key, prefix, body, digests);
        }

        // Only a right signature can be stale: an old time stamp under a wrong one says nothing about the sender's clock.
        var away = Math.Abs((now - DateTimeOffset.UnixEpoch).TotalSeconds - seconds);
        return !matches ? SignatureValidationResult.Mismatch
            : away > tolerance.TotalSeconds ? SignatureValidationResult.Stale
            : SignatureValidationResult.Valid;
    }
}
