using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ann@lee.example", "ann@lee.example", "ann", "lee.example")]
    [InlineData(" Ann.Lee+demo@Mail.Lee.Example\t", "ann.lee+demo@mail.lee.example", "ann.lee+demo", "mail.lee.example")]
    [InlineData("o'brien@lee.example", "o'brien@lee.example", "o'brien", "lee.example")]
    [InlineData("anna@MÜNCHEN.example", "anna@münchen.example", "anna", "münchen.example")]
    [InlineData("anna@xn--mnchen-3ya.example", "anna@xn--mnchen-3ya.example", "anna", "xn--mnchen-3ya.example")]
    [InlineData("田中@例え.example", "田中@例え.example", "田中", "例え.example")]
    [InlineData("hsecper\u200Bson16@\u2060lee.example\u202E", "hsecperson16@lee.example", "hsecperson16", "lee.example")]
    [InlineData("a\uFE0Fn\u200Dn@lee.example", "ann@lee.example", "ann", "lee.example")]
    [InlineData("lena@corp.example.", "lena@corp.example", "lena", "corp.example")]
    [InlineData("Lena@Corp.Example. ", "lena@corp.example", "lena", "corp.example")]
    [InlineData("lena@bücher.example..", "lena@bücher.example", "lena", "bücher.example")]
    public void Address_is_read_in_one_form(string text, string value, string local, string domain)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal((value, local, domain), (address.Value, address.LocalPart, address.Domain));
        Assert.Equal(value, address.ToString());
        Assert.Equal(address, EmailAddress.Parse(value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("None")]
    [InlineData("null")]
    [InlineData("ann")]
    [InlineData("@lee.example")]
    [InlineData("ann@")]
    [InlineData("ann@.")]
    [InlineData(".")]
    [InlineData("\u200B@lee.example")]
    [InlineData("ann@lee@lee.example")]
    [InlineData("ann lee@lee.example")]
    [InlineData("ann@lee.example\nbcc:eve@lee.example")]
    [InlineData("ann\0@lee.example")]
    [InlineData("Ann <ann@lee.example>")]
    [InlineData("ann@lee.example,bo@lee.example")]
    [InlineData("mailto:ann@lee.example")]
    [InlineData("ann@lee.example&gt")]
    [InlineData("n/a@n/a")]
    [InlineData("ann@lee=example")]
    public void Other_text_is_no_address(string? text)
    {
        Assert.False(EmailAddress.TryParse(text, out var address));
        Assert.Equal(default, address);
    }

    [Fact]
    public void Longest_address_has_254_characters()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 242) + "@lee.example", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 243) + "@lee.example", out _));
        Assert.False(EmailAddress.TryParse(new string('\u200B', 1_000_000) + "ann@lee.example", out _));
    }

    [Fact]
    public void Refusal_says_what_to_give_and_not_what_was_given()
    {
        var refused = Assert.Throws<FormatException>(() => EmailAddress.Parse("secret person"));

        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("e-mail address", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => EmailAddress.Parse(null!));
    }

    [Fact]
    public void Nothing_is_the_default_value() =>
        Assert.Equal(("", "", "", "", false), (default(EmailAddress).Value, default(EmailAddress).LocalPart, default(EmailAddress).Domain,
            default(EmailAddress).ToString(), default(EmailAddress).IsAt("lee.example")));

    [Theory]
    [InlineData("ann@lee.example", "lee.example", true)]
    [InlineData("ann@mail.lee.example", "lee.example", true)]
    [InlineData("ann@a.b.lee.example", " @Lee.Example. ", true)]
    [InlineData("ann@lee.example", ".lee.example", true)]
    [InlineData("ann@notlee.example", "lee.example", false)]
    [InlineData("ann@lee.example", "mail.lee.example", false)]
    [InlineData("ann@lee.example.", "lee.example", true)]
    [InlineData("ann@lee.example.org", "lee.example", false)]
    [InlineData("ann@lee.example", "", false)]
    [InlineData("ann@lee.example", "@", false)]
    [InlineData("ann@xn--mnchen-3ya.example", "MÜNCHEN.example", true)]
    [InlineData("ann@büro.münchen.example", "xn--mnchen-3ya.example", true)]
    [InlineData("ann@xn--.example", "xn--.example", true)]
    public void Sub_domains_are_at_the_domain(string address, string domain, bool isAt) =>
        Assert.Equal(isAt, EmailAddress.Parse(address).IsAt(domain));
}
