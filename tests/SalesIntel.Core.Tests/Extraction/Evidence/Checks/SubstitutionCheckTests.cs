namespace SalesIntel.Extraction;

/// <summary>Claims that are their quote but for a word.</summary>
public sealed class SubstitutionCheckTests
{
    [Theory]
    [InlineData("Our board signs the contract.", "Our board signs the contract", false)]
    [InlineData("Our board signs the contract.", "Our owner signs the contract", true)]
    [InlineData("Our board signs the contract.", "Owner signs the contract", true)]
    [InlineData("One jar in forty cracks, and each kiln costs about ten pounds.", "Each jar costs about ten pounds", true)]
    [InlineData("One jar in forty cracks, and each kiln costs about ten pounds.", "Each kiln costs about ten pounds", false)]
    [InlineData("Our board signs the contract.", "Owner signs contract", false)]
    [InlineData("Our board signs the contract.", "Owner pays the contract", false)]
    [InlineData("Our board signs the contract.", "Their board signs the contract", false)]
    [InlineData("Our board signs the contract.", "Our board signed the contract", true)]
    [InlineData("Our board signs the contract.", "Our board sign the contract", false)]
    [InlineData("We sign the contract.", "We signs the contract", false)]
    [InlineData("It is signed by the board.", "It was signed by the board", true)]
    [InlineData("It is up to the board.", "It as up to the board", true)]
    [InlineData("The board signs contracts here.", "The board signs contracts here also", false)]
    [InlineData("The board signs contracts here.", "The board signs contracts here already", true)]
    [InlineData("The board signs contracts here.", "The board always signs contracts here", true)]
    [InlineData("The board signs contracts here.", "The board really signs contracts here", false)]
    [InlineData("The board signs contracts here.", "The board signs long contracts here", true)]
    [InlineData("The board signs contracts here, by contract.", "The board signs contract contracts here", false)]
    public void Word_that_nobody_said_stands_in_the_middle(string quote, string claim, bool isIn) => Check(quote, claim, isIn);

    [Theory]
    [InlineData("We have eighty users on site.", "We have 80 users on site", false)]
    [InlineData("We have eighty users on site.", "We have 90 users on site", true)]
    [InlineData("Today we have eighty five users on the whole site.", "Today we have 85 users on the whole site", false)]
    [InlineData("Today we have 85 users on the whole site.", "Today we have eighty five users on the whole site", false)]
    [InlineData("Today we have 85 users on the whole big site.", "Today we have eighty six users on the whole big site", true)]
    [InlineData("We have eighty users on site here.", "We have 80 clerks on site here now", false)]
    [InlineData("Today we have eighty users on the site.", "Today we have 80 clerks on the site", true)]
    public void Number_may_be_written_otherwise(string quote, string claim, bool isIn) => Check(quote, claim, isIn);

    [Theory]
    [InlineData("We do not sign the contract.", "We do sign the contract", true)]
    [InlineData("We do sign the contract.", "We do not sign the contract", true)]
    [InlineData("We do not sign the contract.", "We do not sign the contract", false)]
    [InlineData("We do not sign the contract.", "We do never sign the contract", true)]
    [InlineData("We sign the contract not.", "We sign the contract", true)]
    [InlineData("We sign the contract, not the order.", "We sign the contract", false)]
    [InlineData("Not now, we sign the contract.", "We sign the contract", false)]
    public void Negation_is_put_in_or_left_out(string quote, string claim, bool isIn) => Check(quote, claim, isIn);

    [Theory]
    [InlineData("On ne signe le contrat ici.", "On signe le contrat ici", true)]
    [InlineData("On n'accepte le contrat ici.", "On accepte le contrat ici", true)]
    [InlineData("On signe le contrat ici.", "On signe le contrat ici", false)]
    public void French_negation_may_be_its_small_word_alone(string quote, string claim, bool isIn) =>
        Assert.Equal(isIn, SubstitutionCheck.IsIn(Said.Text(claim, "fr"), Said.Passage(quote, "fr")));

    [Theory]
    [InlineData("The board at home and abroad signs the contract.", "The board signs the contract", true)]
    [InlineData("The board at home abroad signs the contract.", "The board signs the contract", false)]
    [InlineData("It takes three to four whole weeks here.", "It takes three whole weeks here", true)]
    [InlineData("It takes forty two thousand whole euros here.", "It takes forty whole euros here", true)]
    [InlineData("It takes some whole weeks here.", "It takes whole weeks here", false)]
    [InlineData("It takes above these whole weeks here.", "It takes these whole weeks here", true)]
    [InlineData("It takes one of these whole weeks here.", "It takes these whole weeks here", false)]
    [InlineData("The board signs the contract at home and abroad.", "The board signs the contract", false)]
    public void What_is_left_out_of_the_middle_limits_the_rest(string quote, string claim, bool isIn) => Check(quote, claim, isIn);

    [Fact]
    public void Speaker_may_be_named_for_himself()
    {
        var claim = Said.Text("Hale signed the contract alone");

        Assert.False(SubstitutionCheck.IsIn(claim, Said.Passage("I signed the contract alone.", speaker: "Ann Hale")));
        Assert.True(SubstitutionCheck.IsIn(claim, Said.Passage("I signed the contract alone.", speaker: "Bob Ruiz")));
    }

    [Theory]
    [InlineData("en", "The finance director signs it.", "Technical director, signs it", true)]
    [InlineData("en", "The finance director signs it.", "The finance director signs it", false)]
    [InlineData("en", "The director, finance, signs it.", "Technical director", false)]
    [InlineData("en", "The head buyer signs it.", "Head engineer", true)]
    [InlineData("en", "The buyer signs with the head.", "Head engineer", false)]
    [InlineData("en", "Signed by the director", "Director engineer", false)]
    [InlineData("en", "Director, sign it.", "Engineer director", false)]
    [InlineData("en", "The 2nd director signs it.", "Technical director", false)]
    [InlineData("en", "The finance director signs it.", "Technical, director finance", false)]
    [InlineData("en", "The finance director signs it.", "Technical director of finance", false)]
    [InlineData("en", "The finance clerk signs it.", "Technical clerk", false)]
    [InlineData("en", "The finance director signs the technical papers.", "Technical director", false)]
    [InlineData("en", "The finance director signs it.", "The director", false)]
    [InlineData("es", "El director financiero firma.", "Director técnico", true)]
    [InlineData("fr", "Le directeur financier signe.", "Directeur technique", true)]
    [InlineData("pt", "O diretor financeiro assina.", "Diretor técnico", true)]
    public void Role_is_not_swapped(string language, string quote, string claim, bool swaps) =>
        Assert.Equal(swaps, SubstitutionCheck.Swaps(Said.Text(claim, language), Said.Passage(quote, language)));

    [Fact]
    public void Names_of_the_speaker_and_of_the_setting_swap_nothing()
    {
        var claim = Said.Text("Quill director");

        Assert.True(SubstitutionCheck.Swaps(claim, Said.Passage("The finance director signs it.")));
        Assert.False(SubstitutionCheck.Swaps(claim, Said.Passage("The finance director signs it.", speaker: "Quill")));
        Assert.False(SubstitutionCheck.Swaps(claim, Said.Passage("The finance director signs it.", setting: "Quill")));
        Assert.False(SubstitutionCheck.Swaps(claim, Said.Passage("The finance director signs it.", around: "At Quill, too?")));
    }

    private static void Check(string quote, string claim, bool isIn) =>
        Assert.Equal(isIn, SubstitutionCheck.IsIn(Said.Text(claim), Said.Passage(quote)));
}
