using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class MailDomainsTests
{
    [Theory]
    [InlineData("gmail.com", true)]
    [InlineData("yahoo.es", true)]
    [InlineData("yahoo.com.br", true)]
    [InlineData("hotmail.be", true)]
    [InlineData("Outlook.pt", true)]
    [InlineData("gmx.net", true)]
    [InlineData("privaterelay.appleid.com", true)]
    [InlineData("mozmail.com", true)]
    [InlineData("sapo.pt", true)]
    [InlineData("arcor.de", true)]
    [InlineData("movistar.es", true)]
    [InlineData("bbox.fr", true)]
    [InlineData("globo.com", true)]
    [InlineData("outlook.agency", false)]
    [InlineData("mail.yahoo.example", false)]
    [InlineData("gmx-druck.de", false)]
    [InlineData("quill.example", false)]
    [InlineData("", true)]
    public void Provider_of_addresses_for_anyone_is_told_in_each_country(string domain, bool expected) =>
        Assert.Equal(expected, MailDomains.IsFreeMail(domain));
}
