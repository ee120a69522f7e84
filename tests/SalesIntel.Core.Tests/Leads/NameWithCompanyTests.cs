using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>People who write their company beside their name.</summary>
public sealed class NameWithCompanyTests
{
    [Theory]
    [InlineData("Ada Stone, Quill Print", "ada@quillprint.example", "")]
    [InlineData("Ada Stone, Quill Print", "ada@quill-print.co.uk", "")]
    [InlineData("Ada Stone, Quill Print", "ada@mail.quill.example", "")]
    [InlineData("Ada Stone, Quill Print", "ada@quillprinting.example", "")]
    [InlineData("Ada Stone, Quillprint", "stone@quillprint.example", "")]
    [InlineData("Ada Stone, Quill Print", "ada.stone@gmail.com", "Quill Print")]
    [InlineData("Ada Stone, Quill Print", "ada.stone@gmail.com", "Quill Print GmbH")]
    [InlineData("Ada Stone, QUILL PRINT", "", "Quill-Print")]
    [InlineData("Ada Stone, Quill Print GmbH", "", "")]
    [InlineData("Ada Stone, Quill Print Ltd", "", "")]
    [InlineData("Stone, Ada, Quill Print", "ada@quillprint.example", "")]
    [InlineData("Ada Stone, MBA, Quill Print", "ada@quillprint.example", "")]
    [InlineData("Ada Stone (Quill Print)", "", "")]
    [InlineData("Ada Stone - Quill Print", "", "")]
    [InlineData("Ada Stone – Quill Print", "", "")]
    [InlineData("Ada Stone | Quill Print", "", "")]
    [InlineData("Ada Stone @ Quill Print", "", "")]
    [InlineData("Ada Stone @Quill Print", "", "")]
    [InlineData("Ada Stone from Quill Print", "", "")]
    [InlineData("Stone, Ada (Quill Print)", "", "")]
    public void Company_is_no_part_of_the_name(string full, string email, string company) =>
        Assert.Equal(("Ada", "Stone"), PersonName.Split("", "", full, new Employer(email, company)));

    [Theory]
    [InlineData("Ada", "Stone, Quill Print")]
    [InlineData("Ada", "Stone, Quillprint GmbH")]
    [InlineData("Ada Stone, Quill Print", "")]
    public void Nor_is_it_of_one_of_two_parts(string first, string last) =>
        Assert.Equal(("Ada", "Stone"), PersonName.Split(first, last, "", new Employer("ada@quillprint.example", "")));

    [Theory]
    [InlineData("Stone, Ada", "ada@stone.example", "Stone Ltd", "Ada", "Stone")]
    [InlineData("Stone, Ada", "ada@ada.example", "", "Ada", "Stone")]
    [InlineData("Stone, Ada", "ada.stone@gmail.com", "Ada", "Ada", "Stone")]
    [InlineData("Stone Reed, Ada Maria", "ada@ada.example", "", "Ada Maria", "Stone Reed")]
    [InlineData("Stone, Ada", "office@quillprint.example", "Quill Print", "Ada", "Stone")]
    [InlineData("Ada Stone, Quill", "ada@gmail.com", "", "Quill", "Ada Stone")]
    [InlineData("van Dyke, Mary Ann", "mary@vandyke.example", "Van Dyke", "Mary Ann", "van Dyke")]
    public void First_name_behind_a_comma_stays(string full, string email, string company, string first, string last) =>
        Assert.Equal((first, last), PersonName.Split("", "", full, new Employer(email, company)));
}
