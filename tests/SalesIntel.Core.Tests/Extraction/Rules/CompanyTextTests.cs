namespace SalesIntel.Extraction;

/// <summary>The company of an answer that tells more.</summary>
public sealed class CompanyTextTests
{
    [Theory]
    [InlineData("Quill Print, 40 people, Leeds", "Quill Print")]
    [InlineData("Quill Print, Leeds, 40 people", "Quill Print")]
    [InlineData("Quill Print, 40", "Quill Print")]
    [InlineData("Quill Print, 20-30 employees", "Quill Print")]
    [InlineData("Quill Print; ca. 40 Mitarbeiter; Köln", "Quill Print")]
    [InlineData("Quill Print, team of 12", "Quill Print")]
    [InlineData("Quill Print / 50+ staff / New York", "Quill Print")]
    [InlineData("Quill Print - 40 people - Leeds", "Quill Print")]
    [InlineData("Quill Print | 40 users", "Quill Print")]
    [InlineData("Quill Print (40 people, Leeds)", "Quill Print")]
    [InlineData("Quill Print, Leeds, UK", "Quill Print")]
    [InlineData("Quill Print, Germany", "Quill Print")]
    [InlineData("Quill Print, Austin, TX", "Quill Print")]
    [InlineData("Quill Print, quill.example, 40 people", "Quill Print")]
    [InlineData("I work for Quill Print, 40 people.", "Quill Print")]
    [InlineData("Acme, Inc., 40 people, Leeds", "Acme, Inc.")]
    [InlineData("Smith, Jones & Partners, 12 people, London, UK", "Smith, Jones & Partners")]
    public void Details_are_no_part_of_the_name(string answer, string expected) => Assert.Equal(expected, CompanyText.Name(answer));

    [Theory]
    [InlineData("Smith, Jones & Partners")]
    [InlineData("Acme, Inc.")]
    [InlineData("Acme, Inc")]
    [InlineData("Smith, Jones")]
    [InlineData("Lee, Ray and Poe")]
    [InlineData("Quill, Print & 3 Friends")]
    [InlineData("Studio 54")]
    [InlineData("Quill-Print (North)")]
    [InlineData("Harrow - Pine")]
    [InlineData("3 Bears, 2 Foxes")]
    [InlineData("40 people, Leeds")]
    [InlineData("Bank of England")]
    public void Names_with_commas_stay_whole(string answer) => Assert.Equal(answer, CompanyText.Name(answer));
}
