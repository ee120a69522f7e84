using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ada", "Quill", "Someone Else", "Ada", "Quill")]
    [InlineData("", "Quill", "Ada Quill", "", "Quill")]
    [InlineData("Ada", "", "Ada Quill", "Ada", "Quill")]
    [InlineData("Ada", "", "", "", "Ada")]
    [InlineData("", "", "Ada Maria  Quill", "Ada Maria", "Quill")]
    [InlineData("", "", " Ada ", "", "Ada")]
    [InlineData("", "", "", "", "")]
    public void Two_parts_where_they_are_known_else_the_full_name_cut_before_its_last_word(
        string first, string last, string full, string expectedFirst, string expectedLast) =>
        Assert.Equal((expectedFirst, expectedLast), PersonName.Split(first, last, full));
}
