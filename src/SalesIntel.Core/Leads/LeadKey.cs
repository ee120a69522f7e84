namespace SalesIntel.Leads;

/// <summary>Identifies a lead by its e-mail address without showing it: the first 128 bits of the SHA-256 of the address in
/// lower case, as hex. Safe in keys, logs and alerts.</summary>
/// <param name="Value">32 hex digits.</param>
public readonly record struct LeadKey(string Value)
{
    private const int Digits = 32;

    /// <summary>The key of an address; case and surrounding white space do not matter. A text that is no address has a key too, so that
    /// what was stored under one is found.</summary>
    /// <exception cref="ArgumentException">The text is empty or white space.</exception>
    public static LeadKey FromEmail(string email)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return EmailAddress.TryParse(email, out var address)
            ? FromEmail(address)
            : new LeadKey(Digest.Of(email.Trim().ToLowerInvariant(), Digits));
    }

    /// <summary>The key of an address.</summary>
    public static LeadKey FromEmail(EmailAddress email) => new(Digest.Of(email.Value, Digits));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
