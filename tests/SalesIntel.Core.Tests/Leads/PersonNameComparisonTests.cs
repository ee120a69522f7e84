using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

public sealed class PersonNameComparisonTests
{
    [Theory]
    [InlineData("Ann Ray")]
    [InlineData("ANN RAY")]
    [InlineData(" ann  ray ")]
    [InlineData("Ánn Räy")]
    [InlineData("[Ann Ray]:")]
    [InlineData("**Ann Ray**")]
    [InlineData("**Ann Ray:**")]
    [InlineData("**[Ann Ray]**:")]
    [InlineData("_Ann Ray_")]
    [InlineData("`Ann Ray`")]
    [InlineData("\"Ann Ray\"")]
    [InlineData("Ann Ray (Acme)")]
    [InlineData("[Ann Ray (Acme)]:")]
    [InlineData("Ann Ray (Host)")]
    [InlineData("Ann Ray (Guest)")]
    [InlineData("Ann Ray - Acme")]
    [InlineData("Ann Ray | Host")]
    [InlineData("Ann Ray, Account Executive")]
    [InlineData("Ray, Ann")]
    [InlineData("Dr. Ann Ray, MBA")]
    [InlineData("Ann \"Annie\" Ray")]
    [InlineData("Ann Ray <ann@ray.example>")]
    [InlineData("Ann Ray 🙂")]
    [InlineData("Ann\u200B Ray\u202E")]
    public void Dress_of_a_name_does_not_matter(string name)
    {
        Assert.Equal("ann ray", PersonName.Normalize(name));
        Assert.True(SpokenName.Of("Ann Ray").Is(SpokenName.Of(name)));
    }

    [Theory]
    [InlineData("Mary Ann van Dyke", "mary ann van dyke")]
    [InlineData("O’Brien, Seán", "sean obrien")]
    [InlineData("Anne-Marie Lee", "anne marie lee")]
    [InlineData("山田太郎", "山田 太郎")]
    [InlineData("王小明", "王 小明")]
    [InlineData("Speaker 1", "speaker 1")]
    [InlineData("ann@ray.example", "ann@ray.example")]
    [InlineData("(Ann Ray)", "ann ray")]
    [InlineData("Guest", "guest")]
    [InlineData("", "")]
    [InlineData("[]:", "")]
    public void Normalized(string name, string expected) => Assert.Equal(expected, PersonName.Normalize(name));

    [Theory]
    [InlineData("Ann Ray", "Ray Ann")]
    [InlineData("Hans Müller", "Hans Mueller")]
    [InlineData("Hans Müller", "HANS MULLER")]
    [InlineData("Hans Strauß", "Hans Strauss")]
    [InlineData("John Henry Johnson", "John Johnson")]
    [InlineData("John H. Johnson", "Johnson, John")]
    [InlineData("山田太郎", "山田　太郎")]
    [InlineData("Nguyễn Văn An", "Nguyen Van An")]
    public void Same_person(string left, string right)
    {
        Assert.True(MayBeSame(left, right));
        Assert.True(MayBeSame(right, left));
    }

    [Theory]
    [InlineData("Ann Ray", "Ann Poe")]
    [InlineData("Ann Ray", "Bo Ray")]
    [InlineData("Speaker 1", "Speaker 2")]
    [InlineData("", "")]
    [InlineData("[]", "[]")]
    [InlineData("राम", "रोम")]
    [InlineData("王小明", "王小红")]
    [InlineData("Ann Ray", "")]
    public void Other_person(string left, string right)
    {
        Assert.False(MayBeSame(left, right));
        Assert.False(MayBeSame(right, left));
    }

    [Theory]
    [InlineData("Ann Ray", "Ray, Ann", true)]
    [InlineData("Ann Ray", "Ann", false)]
    [InlineData("John Henry Johnson", "John Johnson", false)]
    public void Name_that_leaves_something_out_may_be_but_is_not_surely_the_same(string left, string right, bool isSame) =>
        Assert.Equal((isSame, true), (SpokenName.Of(left).Is(SpokenName.Of(right)), MayBeSame(left, right)));

    private static bool MayBeSame(string left, string right)
    {
        var (one, other) = (SpokenName.Of(left), SpokenName.Of(right));
        return one.Is(other) || one.MayBe(other);
    }
}
