using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("ZCF_MEDIC_CHAMPION", "ZCF_MEDDIC_CHAMPION")]
    [InlineData("zcf_pain", "ZCF_PAIN")]
    [InlineData("PAIN", "ZCF_PAIN")]
    [InlineData("zcf_med", "ZCF_MEDDIC_CHAMPION")]
    [InlineData("", "CITY")]
    public void Nearest_begins_with_it_or_has_the_fewest_letters_wrong(string name, string expected) =>
        Assert.Equal(expected, NearestName.Of(name, ["ZCF_MEDDIC_CHAMPION", "ZCF_PAIN", "CITY"]));

    [Fact]
    public void Among_none_there_is_no_nearest() => Assert.Null(NearestName.Of("x", []));
}
