using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class SafeIdTests
{
    [Theory]
    [InlineData(" AB-cd_12 ", "AB-cd_12")]
    [InlineData("", "")]
    [InlineData("a b", "c8687a08aa5d6ed2044328fa6a697ab8")]
    [InlineData("a:b", "6783a31eabf68ccc0660f935c0826282")]
    public void Id_is_the_text_itself_or_its_digest(string text, string id) => Assert.Equal(id, SafeId.Of(text));

    [Theory]
    [InlineData("https://api.calendly.com/scheduled_events/EV1/invitees/INV1", "INV1")]
    [InlineData("https://other.example/invitees/INV1/?x=/y#z", "INV1")]
    [InlineData("INV1", "INV1")]
    [InlineData("", "")]
    public void Id_of_a_uri_is_its_last_segment(string uri, string id) => Assert.Equal(id, SafeId.OfUri(uri));

    [Theory]
    [InlineData(" 2026-11-19T16:30:00.000000Z ", "2026-11-19T16:30:00.000000Z")]
    [InlineData(" ", null)]
    [InlineData("a b", "c8687a08aa5d6ed2")]
    public void Revision_is_short_and_plain_or_a_digest(string text, string? revision) => Assert.Equal(revision, SafeId.Revision(text));

    [Fact]
    public void Long_texts_become_digests()
    {
        Assert.Equal(32, SafeId.Of(new string('a', 101)).Length);
        Assert.Equal(16, SafeId.Revision(new string('a', 81))!.Length);
    }

    [Theory]
    [InlineData("invitee.created", true)]
    [InlineData("meeting_end2", true)]
    [InlineData("Invitee", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    public void Event_name(string name, bool isOne) => Assert.Equal(isOne, SafeId.IsEventName(name));
}
