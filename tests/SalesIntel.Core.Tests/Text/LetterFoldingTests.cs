using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class LetterFoldingTests
{
    [Theory]
    [InlineData("ÉTIQUETTE", "etiquette")]
    [InlineData("e\u0301tiquette", "etiquette")]
    [InlineData("Nguyễn Thị Ánh Đặng", "nguyen thi anh dang")]
    [InlineData("Łukasz Øster Gudrún", "lukasz oster gudrun")]
    [InlineData("İstanbul ılık", "istanbul ilik")]
    [InlineData("Strauß ŒUVRE Æsir ﬁne", "strauss oeuvre aesir fine")]
    [InlineData("ＡＢＣ１", "abc1")]
    [InlineData("Αθήνα ΟΔΥΣΣΕΎΣ", "αθηνα οδυσσευσ")]
    [InlineData("Семён", "семен")]
    [InlineData("Андрей", "андрей")]
    [InlineData("शोभा", "शोभा")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("王小明 가나", "王小明 가나")]
    [InlineData("", "")]
    public void Letters_become_comparable(string text, string folded) => Assert.Equal(folded, LetterFolding.Fold(text));
}
