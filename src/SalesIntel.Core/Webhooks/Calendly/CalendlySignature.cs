namespace SalesIntel.Webhooks.Calendly;

/// <summary>The check of <c>Calendly-Webhook-Signature: t=...,v1=...</c>: HMAC-SHA256 over <c>t</c>, a dot and the raw body,
/// see https://developer.calendly.com/api-docs/4c305798a61d3-webhook-signatures.</summary>
internal static class CalendlySignature
{
    // Digits of a Unix time in seconds up to the year 9999.
    private const int LongestTime = 12;

    internal static SignatureCheck Begin(string? header, IReadOnlyList<SigningKey> keys, TimeSpan tolerance, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return SignatureCheck.Of(SignatureValidationResult.Missing);
        }

        if (!TryRead(header, out var time, out var digests) || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return SignatureCheck.Of(SignatureValidationResult.Malformed);
        }

        // Before the body is looked at: it would be refused in any case.
        if (Math.Abs((now - DateTimeOffset.UnixEpoch).TotalSeconds - seconds) > tolerance.TotalSeconds)
        {
            return SignatureCheck.Of(SignatureValidationResult.Stale);
        }

        Span<byte> prefix = stackalloc byte[LongestTime + 1];
        var length = Encoding.ASCII.GetBytes(time, prefix);
        prefix[length] = (byte)'.';
        return SignatureCheck.HmacSha256(keys, prefix[..(length + 1)], digests);
    }

    private static bool TryRead(ReadOnlySpan<char> header, out ReadOnlySpan<char> time, out List<byte[]> digests)
    {
        time = [];
        digests = new List<byte[]>(1);
        foreach (var range in header.Split(','))
        {
            var part = header[range].Trim();
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                if (time.Length > 0 || part.Length is 2 or > LongestTime + 2)
                {
                    return false;
                }

                time = part[2..];
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal) && HmacSignature.Parse(part[3..]) is { } digest)
            {
                digests.Add(digest);
            }
        }

        return time.Length > 0 && digests.Count > 0;
    }
}
