using System.Security.Cryptography;
using System.Text;

namespace SalesIntel.Leads;

/// <summary>Identifies a lead by its e-mail address without showing it: the first 128 bits of the SHA-256 of the address in
/// lower case, as hex. Safe in keys, logs and alerts.</summary>
/// <param name="Value">32 hex digits.</param>
public readonly record struct LeadKey(string Value)
{
    /// <summary>The key of an address; case and surrounding white space do not matter.</summary>
    public static LeadKey FromEmail(string email)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant()));
        return new LeadKey(Convert.ToHexStringLower(hash.AsSpan(0, 16)));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
