using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["ZCF_MEDDIC_CHAMPION", "ZCF_PAIN", "CITY", "demo", "store", "events", "urls"];

    [Theory]
    [InlineData("ZCF_MEDIC_CHAMPION", "ZCF_MEDDIC_CHAMPION")]
    [InlineData("zcf_pain", "ZCF_PAIN")]
    [InlineData("PAIN", "ZCF_PAIN")]
    [InlineData("zcf_med", "ZCF_MEDDIC_CHAMPION")]
    [InlineData("evnts", "events")]
    [InlineData("EVENTS", "events")]
    [InlineData("ulrs", "urls")]
    [InlineData("domo", "demo")]
    public void Nearest_is_one_that_it_is_a_part_of_or_one_with_a_few_letters_wrong(string name, string expected) =>
        Assert.Equal(expected, NearestName.Of(name, Known));

    [Theory]
    [InlineData("")]
    [InlineData("version")]
    [InlineData("help")]
    [InlineData("serve")]
    [InlineData("run")]
    public void Another_word_is_no_slip(string name)
    {
        Assert.Null(NearestName.Of(name, Known));
        Assert.Equal("", NearestName.Question(name, Known));
    }

    [Fact]
    public void Part_of_a_name_is_no_slip_of_it()
    {
        Assert.Null(NearestName.OfSlip("PAIN", Known));
        Assert.Equal("ZCF_PAIN", NearestName.OfSlip("ZCFPAIN", Known));
    }

    [Fact]
    public void Question_names_the_nearest() => Assert.Equal(" Did you mean 'demo'?", NearestName.Question("deom", Known, "'"));

    [Fact]
    public void Among_none_there_is_no_nearest() => Assert.Null(NearestName.Of("x", []));
}
