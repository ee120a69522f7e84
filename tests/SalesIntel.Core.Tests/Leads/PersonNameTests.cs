using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ada", "Quill", "Someone Else", "Ada", "Quill")]
    [InlineData("", "Quill", "Ada Quill", "Ada", "Quill")]
    [InlineData("", "Quill", "Someone Else", "", "Quill")]
    [InlineData("Ada", "", "Ada Quill", "Ada", "Quill")]
    [InlineData("Ada", "", "", "", "Ada")]
    [InlineData("Ada Quill", "", "", "Ada", "Quill")]
    [InlineData("", "", "Ada Maria  Quill", "Ada Maria", "Quill")]
    [InlineData("", "", " Ada ", "", "Ada")]
    [InlineData("", "", "", "", "")]
    [InlineData("Ada", "N/A", "Ada N/A", "", "Ada")]
    [InlineData("Ada", "none", "Ada none", "", "Ada")]
    [InlineData("n/a", "Quill", "n/a Quill", "", "Quill")]
    [InlineData("Ada", ".", "Ada .", "", "Ada")]
    [InlineData("", "", "\"Quill, Ada\" <ada@quill.example>", "Ada", "Quill")]
    [InlineData("", "", "'Ada Quill' (ada@quill.example)", "Ada", "Quill")]
    [InlineData("", "", "Mr and Mrs Quill", "", "Quill")]
    [InlineData("", "", "Herr und Frau Dr. Quill", "", "Quill")]
    [InlineData("Gabriel", "García Márquez", "", "Gabriel", "García Márquez")]
    [InlineData("", "García Márquez", "", "", "García Márquez")]
    [InlineData("", "Berg, Anna", "", "Anna", "Berg")]
    [InlineData("Dr. Anna", "Berg, MBA", "", "Anna", "Berg")]
    [InlineData("Robert (Bob)", "Miller 🏷️", "", "Robert", "Miller")]
    [InlineData("Mary Ann van", "Dyke", "", "Mary Ann", "van Dyke")]
    [InlineData("Al", "Gore", "", "Al", "Gore")]
    [InlineData("Mr.", "Anna Berg", "", "Anna", "Berg")]
    [InlineData("John Smith", "Jr.", "", "John", "Smith")]
    [InlineData("小明", "王", "", "小明", "王")]
    [InlineData("JD", "Roe", "", "JD", "Roe")]
    [InlineData("Dame", "Diop", "", "Dame", "Diop")]
    [InlineData("You", "Zhang", "", "You", "Zhang")]
    public void Two_parts_where_they_are_known_else_what_the_whole_gives(
        string first, string last, string full, string expectedFirst, string expectedLast) =>
        Assert.Equal((expectedFirst, expectedLast), PersonName.Split(first, last, full));

    [Theory]
    [InlineData("Anna Berg", "Berg", "Anna", "Berg")]
    [InlineData("Anna Berg", "Anna Berg", "Anna", "Berg")]
    [InlineData("Berg Anna", "Berg", "Anna", "Berg")]
    [InlineData("Berg, Anna", "Berg", "Anna", "Berg")]
    [InlineData("ANNA BERG", "Berg", "ANNA", "Berg")]
    [InlineData("Anna", "Anna Berg", "Anna", "Berg")]
    [InlineData("Anna", "Berg, Anna", "Anna", "Berg")]
    [InlineData("Berg", "Berg", "", "Berg")]
    [InlineData("Müller", "müller", "", "Müller")]
    [InlineData("Mary Ann van Dyke", "van Dyke", "Mary Ann", "van Dyke")]
    [InlineData("王小明", "王", "小明", "王")]
    [InlineData("小明", "王小明", "小明", "王")]
    public void Part_that_holds_the_whole_is_not_doubled(string first, string last, string expectedFirst, string expectedLast) =>
        Assert.Equal((expectedFirst, expectedLast), PersonName.Split(first, last, ""));

    [Theory]
    [InlineData("Müller, Hans", "Hans", "Müller")]
    [InlineData("MÜLLER, HANS", "HANS", "MÜLLER")]
    [InlineData("van Dyke, Mary Ann", "Mary Ann", "van Dyke")]
    [InlineData("VAN DYKE, MARY", "MARY", "VAN DYKE")]
    [InlineData("Berg, Anna van den", "Anna", "van den Berg")]
    [InlineData("García Márquez, Gabriel", "Gabriel", "García Márquez")]
    [InlineData("Müller, Dr. Hans", "Hans", "Müller")]
    [InlineData("Müller, Hans, Dr.", "Hans", "Müller")]
    [InlineData("Johnson, John Henry Jr.", "John Henry", "Johnson")]
    [InlineData("Johnson Jr., John Henry", "John Henry", "Johnson")]
    [InlineData("Johnson, John Henry, MBA", "John Henry", "Johnson")]
    [InlineData("Hans Müller,", "Hans", "Müller")]
    [InlineData("DUPONT Jean", "Jean", "DUPONT")]
    [InlineData("WANG Xiaoming", "Xiaoming", "WANG")]
    [InlineData("JP Roe", "JP", "Roe")]
    [InlineData("JD Roe", "JD", "Roe")]
    [InlineData("Jean DUPONT", "Jean", "DUPONT")]
    public void Last_name_that_stands_first(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("John Henry Johnson Jr.", "John Henry", "Johnson")]
    [InlineData("John Henry Johnson, Jr.", "John Henry", "Johnson")]
    [InlineData("John Johnson III", "John", "Johnson")]
    [InlineData("John Smith, MBA", "John", "Smith")]
    [InlineData("John Smith MBA", "John", "Smith")]
    [InlineData("Jane Roe, Ph.D., PMP", "Jane", "Roe")]
    [InlineData("Jane Roe PhD, CPA", "Jane", "Roe")]
    [InlineData("Jane Roe, M.A.", "Jane", "Roe")]
    [InlineData("Jane Roe, XYZP", "Jane", "Roe")]
    [InlineData("Jane Roe Esq", "Jane", "Roe")]
    [InlineData("Dr. Jane Roe", "Jane", "Roe")]
    [InlineData("Prof. Dr. med. Jane Roe", "Jane", "Roe")]
    [InlineData("Prof.Dr. Jane Roe", "Jane", "Roe")]
    [InlineData("Frau Jane Roe", "Jane", "Roe")]
    [InlineData("Herr Dr. Müller", "", "Müller")]
    [InlineData("Mme Jeanne Petit", "Jeanne", "Petit")]
    [InlineData("M. Petit", "", "Petit")]
    [InlineData("Mr John", "", "John")]
    [InlineData("Sr. Juan Pérez", "Juan", "Pérez")]
    [InlineData("Dipl.-Ing. Karl Roe", "Karl", "Roe")]
    [InlineData("Don Johnson", "Don", "Johnson")]
    [InlineData("Ing Lee", "Ing", "Lee")]
    [InlineData("Jack Ma", "Jack", "Ma")]
    [InlineData("Chidi Mba", "Chidi", "Mba")]
    [InlineData("CHIDI MBA", "CHIDI", "MBA")]
    [InlineData("Anh Do", "Anh", "Do")]
    [InlineData("Anand V", "Anand", "V")]
    [InlineData("Ann L.", "Ann", "L.")]
    [InlineData("J. R. Roe", "J. R.", "Roe")]
    [InlineData("Jr.", "", "")]
    [InlineData("Dr.", "", "")]
    public void Titles_and_degrees_are_no_part(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("Mary Ann van Dyke", "Mary Ann", "van Dyke")]
    [InlineData("Dick Van Dyke", "Dick", "Van Dyke")]
    [InlineData("Jan van der Berg", "Jan", "van der Berg")]
    [InlineData("Ursula von der Heide", "Ursula", "von der Heide")]
    [InlineData("Karl von und zu Roe", "Karl", "von und zu Roe")]
    [InlineData("María de la Cruz", "María", "de la Cruz")]
    [InlineData("Juan de la Cruz Martínez", "Juan", "de la Cruz Martínez")]
    [InlineData("José Ortega y Gasset", "José", "Ortega y Gasset")]
    [InlineData("Maria da Silva Santos", "Maria", "da Silva Santos")]
    [InlineData("João dos Santos", "João", "dos Santos")]
    [InlineData("Ahmed bin Ali bin Omar", "Ahmed", "bin Ali bin Omar")]
    [InlineData("Mohammed Al Fahim", "Mohammed", "Al Fahim")]
    [InlineData("Amira El Sayed", "Amira", "El Sayed")]
    [InlineData("Omar al-Fahim", "Omar", "al-Fahim")]
    [InlineData("Leonardo di Roe", "Leonardo", "di Roe")]
    [InlineData("Jeanne du Pont", "Jeanne", "du Pont")]
    [InlineData("Shia La Roe", "Shia", "La Roe")]
    [InlineData("Corrie ten Boom", "Corrie", "ten Boom")]
    [InlineData("Ian St. John", "Ian", "St. John")]
    [InlineData("Kumar a/l Raju", "Kumar", "a/l Raju")]
    [InlineData("van Dyke", "", "van Dyke")]
    [InlineData("Van Morrison", "Van", "Morrison")]
    [InlineData("Al Gore", "Al", "Gore")]
    [InlineData("Anh Le", "Anh", "Le")]
    [InlineData("La Toya Roe", "La Toya", "Roe")]
    [InlineData("Ram Das Gupta", "Ram Das", "Gupta")]
    [InlineData("John Ben Roe", "John Ben", "Roe")]
    [InlineData("Nguyễn Văn An", "Văn An", "Nguyễn")]
    [InlineData("MARY ANN VAN DYKE", "MARY ANN", "VAN DYKE")]
    [InlineData("mary ann van dyke", "mary ann", "van dyke")]
    [InlineData("Anne-Marie O'Brien", "Anne-Marie", "O'Brien")]
    [InlineData("Ana García-Márquez", "Ana", "García-Márquez")]
    [InlineData("Hans v. Berg", "Hans", "v. Berg")]
    [InlineData("Jan v.d. Berg", "Jan", "v.d. Berg")]
    [InlineData("Anand V Rao", "Anand V", "Rao")]
    public void Particles_belong_to_the_last_name(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("王小明", "小明", "王")]
    [InlineData("王明", "明", "王")]
    [InlineData("王", "", "王")]
    [InlineData("欧阳娜娜", "娜娜", "欧阳")]
    [InlineData("司马光", "光", "司马")]
    [InlineData("南宮博", "博", "南宮")]
    [InlineData("王 小明", "小明", "王")]
    [InlineData("王小明女士", "小明", "王")]
    [InlineData("山田 太郎", "太郎", "山田")]
    [InlineData("山田　太郎", "太郎", "山田")]
    [InlineData("山田太郎", "太郎", "山田")]
    [InlineData("山田太郎様", "太郎", "山田")]
    [InlineData("佐藤花", "花", "佐藤")]
    [InlineData("佐々木希", "希", "佐々木")]
    [InlineData("長谷川 京子", "京子", "長谷川")]
    [InlineData("勅使河原さくら", "さくら", "勅使河原")]
    [InlineData("林さくら", "さくら", "林")]
    [InlineData("田中さん", "", "田中")]
    [InlineData("𠮷野太郎", "太郎", "𠮷野")]
    [InlineData("김민수", "민수", "김")]
    [InlineData("김 민수", "민수", "김")]
    [InlineData("김민수 님", "민수", "김")]
    [InlineData("남궁민수", "민수", "남궁")]
    [InlineData("ジョン・スミス", "ジョン", "スミス")]
    [InlineData("ヤマダ タロウ", "タロウ", "ヤマダ")]
    [InlineData("タロウ", "", "タロウ")]
    [InlineData("王小明 (Tommy)", "小明", "王")]
    [InlineData("王小明 Wang Xiaoming", "小明", "王")]
    [InlineData("Xiaoming Wang 王小明", "Xiaoming", "Wang")]
    [InlineData("王小明 David", "小明", "王")]
    [InlineData("Tommy 王", "Tommy", "王")]
    public void Family_name_stands_first_in_east_asian_scripts(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("Robert (Bob) Miller", "Robert", "Miller")]
    [InlineData("Robert \"Bob\" Miller", "Robert", "Miller")]
    [InlineData("Robert “Bob” Miller", "Robert", "Miller")]
    [InlineData("Robert 'Bob' Miller", "Robert", "Miller")]
    [InlineData("Ann Lee (Acme)", "Ann", "Lee")]
    [InlineData("Ann Lee (Acme", "Ann", "Lee")]
    [InlineData("Ann Lee | Acme GmbH", "Ann", "Lee")]
    [InlineData("Ann Lee - Acme", "Ann", "Lee")]
    [InlineData("Ann Lee – Head of Sales", "Ann", "Lee")]
    [InlineData("Ann Lee, Acme Inc.", "Ann", "Lee")]
    [InlineData("Ann Lee, Head of Sales", "Ann", "Lee")]
    [InlineData("Ann Lee from Acme", "Ann", "Lee")]
    [InlineData("Ann Lee @ Acme", "Ann", "Lee")]
    [InlineData("Ann Lee [she/her]", "Ann", "Lee")]
    [InlineData("Ann Lee she/her", "Ann", "Lee")]
    [InlineData("Ann Lee <ann@lee.example>", "Ann", "Lee")]
    [InlineData("Ann Lee ann@lee.example", "Ann", "Lee")]
    [InlineData("Ann_Lee", "Ann", "Lee")]
    [InlineData("**Ann Lee**:", "Ann", "Lee")]
    [InlineData("[Ann Lee]:", "Ann", "Lee")]
    [InlineData("\"Ann Lee\"", "Ann", "Lee")]
    [InlineData("👩‍🎨 Zoë 🏷️ Quill ❤️", "Zoë", "Quill")]
    [InlineData("A\u202Enn\u200B L\u00ADee", "Ann", "Lee")]
    [InlineData("Ann's iPhone", "", "Ann")]
    [InlineData("Ann Lee’s iPad Pro", "Ann", "Lee")]
    [InlineData("Christopher Null", "Christopher", "Null")]
    [InlineData("Christopher Guest", "Christopher", "Guest")]
    public void What_stands_beside_a_name_is_left_out(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("pat.doe@corp.example")]
    [InlineData("<pat.doe@corp.example>")]
    [InlineData("mailto:pat.doe@corp.example")]
    [InlineData("n/a")]
    [InlineData("None")]
    [InlineData("-")]
    [InlineData("unbekannt")]
    [InlineData("Guest")]
    [InlineData("Speaker 1")]
    [InlineData("Unknown Speaker")]
    [InlineData("Zoom User")]
    [InlineData("iPhone")]
    [InlineData("+1 555 010 0199")]
    [InlineData("🙂")]
    [InlineData("\u3164\u3164")]
    [InlineData("(((")]
    [InlineData("Null Null")]
    [InlineData("None None")]
    [InlineData("null null")]
    [InlineData("[object Object]")]
    [InlineData("undefined undefined")]
    [InlineData("нет")]
    public void What_is_no_name_gives_none(string text)
    {
        Assert.Equal(("", ""), PersonName.Split("", "", text));
        Assert.Equal(("", ""), PersonName.Split(text, "", ""));
        Assert.Equal(("", ""), PersonName.Split("", text, ""));
        Assert.Equal(("", ""), PersonName.Split(text, text, text));
        Assert.Equal(("Ann", "Lee"), PersonName.Split(text, text, "Ann Lee"));
        Assert.Equal(("", "Lee"), PersonName.Split(text, "Lee", text));
    }

    [Theory]
    [InlineData("Jennifer", "Null", "Jennifer", "Null")]
    [InlineData("Nada", "Novak", "Nada", "Novak")]
    [InlineData("Jennifer", "null", "", "Jennifer")]
    [InlineData("N/A", "Lee", "", "Lee")]
    [InlineData("Null", "Null", "", "")]
    [InlineData("None", "None", "", "")]
    [InlineData("Malcolm", "X", "Malcolm", "X")]
    [InlineData("Jin", "No", "Jin", "No")]
    [InlineData("محمد بن", "سلمان", "محمد", "بن سلمان")]
    public void Names_that_are_words_for_nothing(string first, string last, string expectedFirst, string expectedLast) =>
        Assert.Equal((expectedFirst, expectedLast), PersonName.Split(first, last, ""));

    [Theory]
    [InlineData("Ada Quill", "Ada", "Quill", "Ada", "Quill")]
    [InlineData("Ada Quill", "Bo", "Poe", "Ada", "Quill")]
    [InlineData("Mary Ann van Dyke", "Mary", "Ann van Dyke", "Mary Ann", "van Dyke")]
    [InlineData("Ada", "Ada", "Quill", "Ada", "Quill")]
    [InlineData("Quill", "Ada", "Quill", "Ada", "Quill")]
    [InlineData("Ada", "Ada", "", "", "Ada")]
    [InlineData("Ada", "Ada", "Ada", "", "Ada")]
    [InlineData("Ada", "Bo", "Poe", "", "Ada")]
    [InlineData("", "Ada", "Quill", "Ada", "Quill")]
    [InlineData("", "Ada Quill", "", "Ada", "Quill")]
    [InlineData("", "unknown", "n/a", "", "")]
    [InlineData("pat@corp.example", "Pat", "Doe", "Pat", "Doe")]
    public void What_was_read_completes_a_name_and_never_mixes_with_it(
        string stated, string readFirst, string readLast, string first, string last) =>
        Assert.Equal((first, last), PersonName.Complete(PersonName.Split("", "", stated), readFirst, readLast));

    [Fact]
    public void Whatever_is_given_gives_clean_parts_and_nothing_twice()
    {
        string[] texts =
            ["", "Ann", "Ann Lee", "Lee, Ann", ", ,", "van", "Dr.", "王小明", "a b c d e f g", "((x))", "' '", "- -", "\uD83D", "Jr. Jr."];
        foreach (var first in texts)
        {
            foreach (var last in texts)
            {
                foreach (var full in texts)
                {
                    var (one, two) = PersonName.Split(first, last, full);

                    Assert.True(one.Length == 0 || two.Length > 0, $"{first}|{last}|{full}");
                    Assert.Equal((one.Trim(), two.Trim()), (one, two));
                }
            }
        }
    }

    private static void Is(string full, string first, string last) => Assert.Equal((first, last), PersonName.Split("", "", full));
}
