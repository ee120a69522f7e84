using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class NothingTests
{
    // By language; siblings beside the phrases that a form of the field or a model had.
    private const string English =
        "N/A|n/a|N / A|n.a.|N.A|NA|na|n\\a|none|None|NONE.|nil|NULL|null|undefined|nothing|Nothing yet|unknown|Unknown at this time|"
        + "not mentioned|Not mentioned.|Not mentioned in the transcript|not explicitly mentioned in the call|Not stated by the customer|"
        + "not specified|not provided|not applicable|not available|Not yet determined|none mentioned|None specified in the booking form|"
        + "no information provided|No info|no answer|TBD|tbd|T.B.D.|to be determined|TBA|TBC|I don't know|I don’t know yet|idk|"
        + "does not apply|doesn't apply to us|unspecified|undisclosed|No company|no website|not disclosed|blank|nobody|NaN";

    private const string German =
        "keine|Keine|keiner|kein|keine Angabe|Keine Angaben|keine Angabe gemacht|k.A.|k. A.|K.A|nichts|nichts Besonderes|unbekannt|"
        + "noch nicht bekannt|nicht bekannt|Nicht angegeben|nicht erwähnt|nicht erwaehnt|nicht zutreffend|trifft nicht zu|entfällt|"
        + "nicht erwähnt im Gespräch|Im Gespräch nicht erwähnt|derzeit keine|"
        + "weiß nicht|Weiss ich nicht|keine Ahnung|ohne Angabe|nicht verfügbar|Keine Informationen vorhanden";

    private const string French =
        "aucun|Aucune|aucune information|Aucune idée|néant|NEANT|rien|rien de particulier|inconnu|inconnue|non mentionné|"
        + "Non précisé|non spécifiée|non renseigné|non communiqué|non disponible|pas mentionné|sans objet|S/O|à définir|je ne sais pas|"
        + "pas d'information|Non concerné|non applicable pour le moment|personne";

    private const string Spanish =
        "ninguno|Ninguna|ninguno/a|nada|nada en particular|desconocido|no mencionado|No especificado|no se menciona|no aplica|N/D|"
        + "no disponible|no hay|sin información|por definir|no lo sé|No sé|no mencionado en la llamada|sin especificar|NS/NC|No consta";

    private const string Portuguese =
        "nenhum|Nenhuma|nenhuma informação|desconhecido|não mencionado|Nao informado|não se aplica|não disponível|não sei|não há|"
        + "a definir|sem informação|não mencionado na reunião|não especificado|N/I";

    private const string Italian =
        "nessuno|Nessuna|nessuna informazione|niente|niente di particolare|nulla|sconosciuto|non specificato|Non menzionato|"
        + "non disponibile|non applicabile|non lo so|da definire|non indicato nella prenotazione|n/d|Non pervenuto";

    private const string Dutch =
        "geen|Geen|geen idee|geen antwoord|niets|onbekend|niet vermeld|Niet van toepassing|n.v.t.|nvt|niet bekend|weet ik niet|"
        + "nog te bepalen|niet genoemd in het gesprek|niet beschikbaar|Geen informatie beschikbaar";

    private const string Others =
        "なし|特になし|該当なし|不明|未定|无|無|没有|不适用|未提及|없음|해당 없음|해당없음|미정|"
        + "нет данных|не указано|ingen|brak|nie dotyczy|yok|لا يوجد|ei ole|nincs|ไม่มี|không có|tidak ada|लागू नहीं|object Object";

    private const string East =
        "κανένα|Καμία|τίποτα|δεν υπάρχει|δεν ξέρω|nimic|nu știu|nu există|nu se aplică|nevím|není|žádná firma|neviem|žiadna|nie ma|nie mamy|nem tudom|semmi|"
        + "не знаю|нету|неприменимо|нічого|не відомо|не знам|нищо|ne znam|ništa|ne vem|nėra|nežinau|nezinu|nav zināms|puudub|ei tea|asnjë|nuk e di";

    private const string North = "vet inte|vet ej|ved ikke|vet ikke|intet|ingen aning|har ikke noen|ei ole mitään|en osaa sanoa|ekkert|veit ekki|óþekkt";

    private const string South =
        "bilmiyorum|hiçbiri|mevcut değil|yoxdur|жоқ|לא יודע|אין לי|כלום|لا أعرف|ليس لدي|غير متاح|هیچ|ندارد|نمی‌دانم|نامشخص|کوئی نہیں|नहीं है|मालूम नहीं|কিছু না|নেই|இல்லை|తెలియదు|"
        + "ไม่รู้|không biết|chưa rõ|tiada|tidak tahu|hindi ko alam|hakuna|sijui|分からない|何もない|不清楚|没有公司|暂时没有|잘 모르겠습니다|모르겠어요|არაფერი|չկա|dim byd|no ho sé|non ce l'ho";

    [Theory]
    [InlineData(East)]
    [InlineData(North)]
    [InlineData(South)]
    [InlineData(English)]
    [InlineData(German)]
    [InlineData(French)]
    [InlineData(Spanish)]
    [InlineData(Portuguese)]
    [InlineData(Italian)]
    [InlineData(Dutch)]
    [InlineData(Others)]
    public void Phrase_that_says_that_there_is_nothing(string phrases) => Assert.All(
        phrases.Split('|'),
        phrase => Assert.All(
            (string[])
            [
                phrase, phrase.ToUpperInvariant(), $" [{phrase}] ", $"({phrase})", $"“{phrase}”", $"**{phrase}**", $"<{phrase}>", $"- {phrase}",
            ],
            text => Assert.True(Nothing.IsNothing(text), text)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("—")]
    [InlineData("?")]
    [InlineData("???")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("/")]
    [InlineData("[]")]
    [InlineData("\u200B")]
    [InlineData("👍")]
    public void Text_without_letter_and_digit(string? text)
    {
        Assert.True(Nothing.IsNothing(text));
        Assert.True(Nothing.IsNoName(text));
    }

    [Theory]
    [InlineData("N/A\nN/A")]
    [InlineData("n/a, none")]
    [InlineData("N/A - not applicable")]
    [InlineData("None / N/A")]
    [InlineData("none (not mentioned)")]
    [InlineData("- n/a\n- n/a")]
    [InlineData("Keine Angabe. Nicht bekannt.")]
    public void Several_ways_of_saying_it(string text) => Assert.True(Nothing.IsNothing(text));

    [Theory]
    [InlineData("no")]
    [InlineData("No")]
    [InlineData("nein")]
    [InlineData("non")]
    [InlineData("não")]
    [InlineData("yes")]
    [InlineData("0")]
    [InlineData("½")]
    [InlineData("𠮷")]
    [InlineData("X")]
    [InlineData("N.D.")]
    [InlineData("NC")]
    [InlineData("None of the tools scales")]
    [InlineData("Nothing Technology Ltd")]
    [InlineData("Unknown Worlds")]
    [InlineData("Nada Surf GmbH")]
    [InlineData("Nothing works today, we retype everything")]
    [InlineData("TBD, probably in March")]
    [InlineData("not mentioned by Ann, but Bo says 40 seats")]
    [InlineData("no budget")]
    [InlineData("Not sure yet")]
    [InlineData("not available before June")]
    [InlineData("Keine Zeit für Korrekturen")]
    [InlineData("keine GmbH")]
    [InlineData("Not yet")]
    [InlineData("Nils")]
    [InlineData("Budget: none")]
    [InlineData("Nulla Osta srl")]
    public void Text_that_says_something(string text)
    {
        Assert.False(Nothing.IsNothing(text));
        Assert.Equal(text, Nothing.OrText(text));
    }

    [Theory]
    [InlineData("%FIRST_NAME%|%recipient.first_name%|%%FirstName%%|{{first_name}}|{{ contact.first name }}|{{{name}}}|{% name %}|{!Contact.FirstName}|{first_name}")]
    [InlineData("{name:first}|{FirstName}|${first_name}|*|FNAME|*|<%= first_name %>|[[first_name]]|##FIRSTNAME##|@@first_name@@|[[your-name]]|%FIRST% %LAST%")]
    [InlineData("{{first_name}} {{last_name}}|{name}|{contact.name}")]
    public void What_a_form_was_to_fill_in_is_nothing(string texts) => Assert.All(
        texts.Replace("*|FNAME|*", "*/FNAME/*", StringComparison.Ordinal).Split('|'),
        text => Assert.True(Nothing.IsNothing(text.Replace("*/FNAME/*", "*|FNAME|*", StringComparison.Ordinal)), text));

    [Theory]
    [InlineData("100%")]
    [InlineData("50% to 60%")]
    [InlineData("{Quill Print}")]
    [InlineData("[Ann Lee]")]
    [InlineData("#1 Print")]
    [InlineData("##1 and #2##")]
    [InlineData("$ave Print")]
    [InlineData("<Quill>")]
    [InlineData("Hello {{first_name}}, we need this by May")]
    [InlineData("New York New York")]
    public void What_only_has_the_signs_of_it_says_something(string text) => Assert.False(Nothing.IsNothing(text));

    [Theory]
    [InlineData("no|NO|No.|nope|none yet|not yet|not sure yet|Not sure|no idea|same|same as above|see above|x|X|xxx|nein|noch nicht|non|pas encore")]
    [InlineData("não|todavía no|nee|nog niet|nej|nei|nie|jeszcze nie|nem|hayır|όχι|нет|Пока нет|ні|لا|לא|いいえ|아니요|नहीं|không|tidak|belum ada")]
    [InlineData("First Name|last name|Full name|Your name|company name|Firstname Lastname|[First Name]|Name")]
    [InlineData("n/a|none|undefined|[object Object]|ei ole|nincs|ไม่มี|không có|tidak ada|unknown|-")]
    public void Word_that_answers_and_names_nothing(string words) => Assert.All(words.Split('|'), word =>
    {
        Assert.True(Nothing.NamesNothing(word), word);
        Assert.True(Nothing.NamesNothing($" ({word}) "), word);
    });

    [Theory]
    [InlineData("No Limits GmbH")]
    [InlineData("X Corp")]
    [InlineData("Same Day Print")]
    [InlineData("Nein & Partner")]
    [InlineData("Нет Логистик")]
    [InlineData("Not sure yet, perhaps Quill Print")]
    [InlineData("yes")]
    [InlineData("12")]
    public void What_is_called_something_is_named(string text) => Assert.False(Nothing.NamesNothing(text));

    [Theory]
    [InlineData("No", false)]
    [InlineData("Nie", false)]
    [InlineData("X", false)]
    [InlineData("Null", false)]
    [InlineData("no", true)]
    [InlineData("NO", true)]
    [InlineData("x", true)]
    [InlineData("нет", true)]
    [InlineData("Nope", true)]
    [InlineData("same", true)]
    public void Some_of_these_words_are_names_of_persons(string text, bool isNobody) => Assert.Equal(isNobody, Nothing.NamesNobody(text));

    [Theory]
    [InlineData("Null", false)]
    [InlineData("Nada", false)]
    [InlineData("Na", false)]
    [InlineData("NULL", true)]
    [InlineData("null", true)]
    [InlineData("NA", true)]
    [InlineData("None", true)]
    [InlineData("Unknown", true)]
    [InlineData("N/A", true)]
    public void Some_are_names_when_written_like_names(string text, bool isNoName)
    {
        Assert.True(Nothing.IsNothing(text));
        Assert.Equal(isNoName, Nothing.IsNoName(text));
        Assert.Equal("", Nothing.OrText(text));
    }

    [Fact]
    public void Long_text_is_looked_at_in_linear_time()
    {
        var taken = ProcessorTime.Of(() =>
        {
            Assert.True(Nothing.IsNothing(new string('-', 5_000_000)));
            Assert.False(Nothing.IsNothing("none " + new string('-', 5_000_000)));
        });

        Assert.InRange(taken.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("a(b|c|)d", "abd|acd|ad")]
    [InlineData("a(b(c|d)|e)?", "abc|abd|ae|a")]
    [InlineData("ab?", "ab|a")]
    [InlineData("", "")]
    public void Pattern_is_written_out(string pattern, string phrases) => Assert.Equal(phrases.Split('|'), PhrasePattern.Expand(pattern));

    [Theory]
    [InlineData("a(b")]
    [InlineData("a)b")]
    [InlineData("a((b)|c")]
    public void Pattern_with_a_parenthesis_alone_is_refused(string pattern) =>
        Assert.Throws<FormatException>(() => PhrasePattern.Expand(pattern));
}
