using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

/// <summary>Digests are parts of keys that are stored: the values here were computed by another program and never change.</summary>
public sealed class DigestTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Theory]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void First_digits_of_sha_256(int digits)
    {
        Assert.Equal(OfAbc[..digits], Digest.Of("abc", digits));
        Assert.Equal(OfAbc[..digits], Digest.Of("abc"u8, digits));
    }

    [Fact]
    public void Several_texts_are_not_the_same_as_other_texts_that_give_the_same_sequence()
    {
        Assert.NotEqual(Digest.OfAll(["a", "bc"], 32), Digest.OfAll(["ab", "c"], 32));
        Assert.Equal(Digest.Of("ab\0c\0", 32), Digest.OfAll(["ab", "c"], 32));
    }

    [Fact]
    public void Stored_keys_are_what_they_were()
    {
        Assert.Equal("2b96eccecbb0e2eb5f614beb06bc2191", LeadKey.FromEmail("Ada@Quill.Example").Value);
        Assert.Equal("2b96eccecbb0e2eb5f614beb06bc2191", LeadKey.FromEmail(EmailAddress.Parse("ada@quill.example")).Value);
        Assert.Equal("5917eeb9744277c183411a62d542fa17", LeadKey.FromEmail(" No Address ").Value);
        Assert.Equal("d394ba3fff56bafc951f8b0d11aec078", EventIdentity.Derive("calendly:invitee.created:INV1", "2026-11-19T16:30:00Z"));
        Assert.Equal("SalesIntel ref a71d181be42a", Marker.Of("note:booking:INV1"));
    }
}
