using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

public sealed class LeadKeyTests
{
    [Fact]
    public void Case_and_white_space_do_not_matter_and_the_address_is_not_shown()
    {
        var key = LeadKey.FromEmail(" Ada@Quill.Example\t");

        Assert.Equal(LeadKey.FromEmail("ada@quill.example"), key);
        Assert.NotEqual(LeadKey.FromEmail("ada@quill.example.org"), key);
        Assert.Matches("^[0-9a-f]{32}$", key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_is_no_address(string email) => Assert.Throws<ArgumentException>(() => LeadKey.FromEmail(email));

    [Fact]
    public void Text_that_is_no_address_has_a_key_too_so_that_what_was_stored_under_one_is_found()
    {
        Assert.Equal(LeadKey.FromEmail("no address"), LeadKey.FromEmail(" No Address "));
        Assert.NotEqual(LeadKey.FromEmail("no address"), LeadKey.FromEmail("another"));
        Assert.Matches("^[0-9a-f]{32}$", LeadKey.FromEmail("no address").Value);
    }
}
