namespace SalesIntel.Extraction;

/// <summary>Which words tell that something is, was, or is meant to be.</summary>
public sealed class TenseReadingTests
{
    [Theory]
    [InlineData("en", "They'll pay", "they", "Plan, Act")]
    [InlineData("en", "They’ll pay", "they", "Plan, Act")]
    [InlineData("en", "They'd like it", "they", "Plan, Act")]
    [InlineData("en", "They've it", "they", "Act")]
    [InlineData("en", "They ask Ted", "ted", "None")]
    [InlineData("en", "Printed files", "printed", "Past")]
    [InlineData("en", "They bed it", "bed", "None")]
    [InlineData("en", "They used it", "used", "Past")]
    [InlineData("en", "They are here", "are", "Present")]
    [InlineData("en", "We plan to go", "plan", "Plan")]
    [InlineData("en", "It is planned", "planned", "Plan")]
    [InlineData("en", "It is used by clerks", "used", "None")]
    [InlineData("en", "It is used by hired clerks", "hired", "Past")]
    [InlineData("en", "We used to pay", "used", "Past, Over")]
    [InlineData("en", "We used to pay", "to", "Over")]
    [InlineData("en", "They came", "came", "Past")]
    [InlineData("en", "12ed", "12ed", "None")]
    public void English(string language, string text, string word, string tense) => Check(language, text, word, tense);

    [Theory]
    [InlineData("Files are printed", "printed", "None")]
    [InlineData("Files are all printed", "printed", "None")]
    [InlineData("Files are all really printed", "printed", "Past")]
    [InlineData("Files were printed", "printed", "Past")]
    [InlineData("Files are written", "written", "None")]
    [InlineData("Files are printed, sorted, scanned", "scanned", "None")]
    [InlineData("Files are written, scanned", "scanned", "None")]
    [InlineData("Files are blue, also scanned", "scanned", "Past")]
    [InlineData("Files are printed, they scanned", "scanned", "Past")]
    [InlineData("Files are printed. Then scanned", "scanned", "Past")]
    [InlineData("Files so printed, scanned", "scanned", "Past")]
    [InlineData("Are printed, scanned", "scanned", "None")]
    public void What_is_done_to_something_is_no_past(string text, string word, string tense) => Check("en", text, word, tense);

    [Theory]
    [InlineData("Das ist geprüft", "gepruft", "Past")]
    [InlineData("Das wird geprüft", "gepruft", "None")]
    [InlineData("Wenn geprüft wird", "gepruft", "None")]
    [InlineData("Wenn geprüft dann doch wird", "gepruft", "Past")]
    [InlineData("Wenn geprüft, wird es", "gepruft", "Past")]
    [InlineData("Das alte Gerät", "gerat", "None")]
    [InlineData("Das ist geübt", "geubt", "None")]
    [InlineData("Das ist gesagt", "gesagt", "Past")]
    [InlineData("Wir haben bestätigt", "bestatigt", "Past")]
    [InlineData("Er bestätigt das", "bestatigt", "None")]
    [InlineData("Wir haben das zu bestätigen", "bestatigen", "None")]
    [InlineData("Wir haben das alles bestätigen", "bestatigen", "Past")]
    [InlineData("Das reservierte er", "reservierte", "Past")]
    public void German(string text, string word, string tense) => Check("de", text, word, tense);

    [Theory]
    [InlineData("fr", "Ils ont validé", "valide", "Past")]
    [InlineData("fr", "Ils vont validé", "valide", "None")]
    [InlineData("fr", "On a validé", "valide", "Past")]
    [InlineData("fr", "On va à validé", "valide", "None")]
    [InlineData("fr", "Ils ont déjà bien validé", "valide", "Past")]
    [InlineData("fr", "Ils ont déjà bien fort validé", "valide", "None")]
    [InlineData("fr", "Ils ont, dit, validé", "valide", "None")]
    [InlineData("fr", "On validera tout", "validera", "Plan")]
    [InlineData("fr", "Il a tout", "a", "Present")]
    [InlineData("fr", "Il va à Quimper", "a", "None")]
    [InlineData("fr", "Ils prévoyaient tout", "prevoyaient", "Plan")]
    [InlineData("es", "Ellos trabajan mucho", "trabajan", "Act")]
    [InlineData("es", "Ellos trabajaron mucho", "trabajaron", "Past")]
    [InlineData("es", "Ellos trabajarán mucho", "trabajaran", "Plan")]
    [InlineData("es", "Ella está bien", "esta", "Present")]
    [InlineData("es", "Ellos están bien", "estan", "Present")]
    [InlineData("es", "Ella en esta vez", "esta", "None")]
    [InlineData("es", "Han aprobado todo", "aprobado", "Past")]
    [InlineData("pt", "Isso é bom", "e", "Present")]
    [InlineData("pt", "Isso e bom", "e", "None")]
    [InlineData("pt", "Eles estão bem", "estao", "Present")]
    [InlineData("pt", "Eles trabalham muito", "trabalham", "Act")]
    [InlineData("pt", "Eles trabalharam muito", "trabalharam", "Past, Act")]
    public void French_Spanish_and_Portuguese(string language, string text, string word, string tense) => Check(language, text, word, tense);

    private static void Check(string language, string text, string word, string tense)
    {
        var read = Said.Text(text, language);
        var at = Enumerable.Range(0, read.Tokens.Count).Single(i => read.Tokens[i].Text == word);
        Assert.Equal(tense, read.Tenses[at].ToString());
    }
}
