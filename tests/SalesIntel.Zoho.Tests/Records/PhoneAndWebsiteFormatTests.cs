using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Tests.Records;

public class PhoneAndWebsiteFormatTests
{
    [Theory]
    [InlineData("0412 345 678", "0412 345 678")]
    [InlineData("(02) 9876-5432", "02 9876-5432")]
    [InlineData("+1 (555) 010-0199 ext. 12", "+15550100199 ext 12")]
    [InlineData("+61 (0)412 345 678", "+61412345678")]
    [InlineData("++61--412...345", "+61 412 345")]
    [InlineData("tel:0412345678", "tel 0412345678")]
    [InlineData("0412 345 678 / 0498 765 432", "0412 345 678")]
    [InlineData("9876/5432", "9876 5432")]
    [InlineData("0 4 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6", "041234567890123456")]
    [InlineData("0412 345 678 or 0498 765 432 or 0411 111 111", null)]
    [InlineData("none", null)]
    [InlineData("1234", null)]
    [InlineData("", null)]
    public void Phone_KeepsWhatZohoTakes(string text, string? expected) => Assert.Equal(expected, PhoneFormat.Of(text));

    [Theory]
    [InlineData("northwind.example", true)]
    [InlineData(" https://www.northwind.example/a?b=c#d ", true)]
    [InlineData("http://northwind.example:8080", false)]
    [InlineData("northwind", false)]
    [InlineData("https://", false)]
    [InlineData("ftp://northwind.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("dana@northwind.example", false)]
    [InlineData("north wind.example", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("n/a", false)]
    [InlineData("", false)]
    public void Website_IsAnAddressOrNothing(string text, bool valid) =>
        Assert.Equal(valid ? text.Trim() : null, WebsiteFormat.Of(text));

    [Theory]
    [InlineData("https://müller.example/über-uns", "https://xn--mller-kva.example/%C3%BCber-uns")]
    [InlineData("www.MÜLLER.example", "www.xn--mller-kva.example")]
    [InlineData("müller.example/", "xn--mller-kva.example/")]
    [InlineData("http://northwind.example/straße?ort=Köln#fünf", "http://northwind.example/stra%C3%9Fe?ort=K%C3%B6ln#f%C3%BCnf")]
    [InlineData("https://例え.テスト", "https://xn--r8jz45g.xn--zckzah")]
    [InlineData("https://northwind.example/über uns", null)]
    [InlineData("https://northwind.example/über\u00a0uns", null)]
    [InlineData("müller", null)]
    [InlineData("dana@müller.example", null)]
    [InlineData("https://müller.example:8080", null)]
    public void Website_of_any_script_is_written_as_browsers_send_it(string text, string? expected) => Assert.Equal(expected, WebsiteFormat.Of(text));

    [Fact]
    public void Website_TooLong_IsNotCut() => Assert.Null(WebsiteFormat.Of("https://northwind.example/" + new string('a', 255)));

    [Fact]
    public void Website_that_is_too_long_as_it_is_sent_is_none() => Assert.Null(WebsiteFormat.Of("https://northwind.example/" + new string('ü', 100)));
}
