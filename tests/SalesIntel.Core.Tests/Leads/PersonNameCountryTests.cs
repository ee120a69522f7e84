using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>Names as they are written in one country or another.</summary>
public sealed class PersonNameCountryTests
{
    [Theory]
    [InlineData("Jan in 't Veld", "Jan", "in 't Veld")]
    [InlineData("Pieter in den Berg", "Pieter", "in den Berg")]
    [InlineData("Lin Xiao in Mei", "Lin Xiao in", "Mei")]
    [InlineData("María del Carmen Ruiz López", "María del Carmen", "Ruiz López")]
    [InlineData("Maria de Fátima Sousa", "Maria de Fátima", "Sousa")]
    [InlineData("Juan de Dios Pérez", "Juan de Dios", "Pérez")]
    [InlineData("María del Carmen", "María", "del Carmen")]
    [InlineData("Maria da Silva Santos", "Maria", "da Silva Santos")]
    [InlineData("Петров И.И.", "И.И.", "Петров")]
    [InlineData("Петренко О. В.", "О. В.", "Петренко")]
    [InlineData("И. И. Петров", "И. И.", "Петров")]
    [InlineData("金さん", "", "金")]
    [InlineData("王先生", "", "王")]
    [InlineData("Mgr. Eva Nováková", "Eva", "Nováková")]
    [InlineData("JUDr. Jan Novák, CSc.", "Jan", "Novák")]
    [InlineData("dr hab. inż. Adam Lis", "Adam", "Lis")]
    [InlineData("Fru Eva Holm", "Eva", "Holm")]
    [InlineData("Domnul Ion Popa", "Ion", "Popa")]
    [InlineData("Sayın Ali Kaya", "Ali", "Kaya")]
    [InlineData("คุณ สมชาย ใจดี", "สมชาย", "ใจดี")]
    [InlineData("श्री राम कुमार", "राम", "कुमार")]
    [InlineData("آقای علی رضایی", "علی", "رضایی")]
    public void Names_of_many_countries_keep_what_belongs_together(string full, string first, string last) =>
        Assert.Equal((first, last), PersonName.Split("", "", full));
}
