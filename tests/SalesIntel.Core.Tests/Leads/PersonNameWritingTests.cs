using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>Names as they are written in other scripts, by forms and by programs.</summary>
public sealed class PersonNameWritingTests
{
    [Theory]
    [InlineData("Иванов Иван Иванович", "Иван Иванович", "Иванов")]
    [InlineData("Петрова Анна Сергеевна", "Анна Сергеевна", "Петрова")]
    [InlineData("Шевченко Олена Іванівна", "Олена Іванівна", "Шевченко")]
    [InlineData("Иван Иванович Иванов", "Иван Иванович", "Иванов")]
    [InlineData("Иван Абрамович Рабинович", "Иван Абрамович", "Рабинович")]
    [InlineData("Анна Мария Петрович", "Анна Мария", "Петрович")]
    [InlineData("Иван Петрович", "Иван", "Петрович")]
    public void Father_s_name_tells_that_the_last_name_stands_first(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("Г-н Иванов", "", "Иванов")]
    [InlineData("Г-жа Анна Петрова", "Анна", "Петрова")]
    [InlineData("Д-р Анна Петрова", "Анна", "Петрова")]
    [InlineData("Δρ. Νίκος Παππάς", "Νίκος", "Παππάς")]
    [InlineData("Κα Μαρία Παππά", "Μαρία", "Παππά")]
    [InlineData("κ. Νίκος Παππάς", "Νίκος", "Παππάς")]
    [InlineData("د. أحمد علي", "أحمد", "علي")]
    [InlineData("السيدة منى علي", "منى", "علي")]
    [InlineData("ד\"ר דוד כהן", "דוד", "כהן")]
    [InlineData("מר דוד כהן", "דוד", "כהן")]
    [InlineData("Dr.Ann Hall", "Ann", "Hall")]
    [InlineData("Prof.Dr.Ann Hall", "Ann", "Hall")]
    [InlineData("Herr Dr.Müller", "", "Müller")]
    [InlineData("M.Petit", "", "Petit")]
    [InlineData("د.أحمد علي", "أحمد", "علي")]
    [InlineData("Ann Hall M.Sc", "Ann", "Hall")]
    [InlineData("J.R. Hall", "J.R.", "Hall")]
    [InlineData("José Silva Júnior", "José", "Silva")]
    [InlineData("Robert Hall Junior", "Robert", "Hall")]
    [InlineData("João Silva Neto", "João", "Silva Neto")]
    [InlineData("Carlos Neto", "Carlos", "Neto")]
    [InlineData("Neymar Júnior", "Neymar", "Júnior")]
    public void Titles_and_generations_are_no_part(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("محمد بن سلمان", "محمد", "بن سلمان")]
    [InlineData("عبد الرحمن بن علي", "عبد الرحمن", "بن علي")]
    [InlineData("محمد عبد الله", "محمد", "عبد الله")]
    [InlineData("فاطمة بنت علي", "فاطمة", "بنت علي")]
    [InlineData("דוד בן גוריון", "דוד", "בן גוריון")]
    [InlineData("בן כהן", "בן", "כהן")]
    [InlineData("Отто фон Штерн", "Отто", "фон Штерн")]
    [InlineData("Ахмед ибн Али", "Ахмед", "ибн Али")]
    [InlineData("Ван Ли", "Ван", "Ли")]
    [InlineData("Siti bte Omar", "Siti", "bte Omar")]
    [InlineData("Siti Binte Omar", "Siti", "Binte Omar")]
    [InlineData("Siti Aminah binti Omar", "Siti Aminah", "binti Omar")]
    [InlineData("Siti bt Omar", "Siti", "bt Omar")]
    [InlineData("Sean Ó Briain", "Sean", "Ó Briain")]
    [InlineData("Máire Ní Bhriain", "Máire", "Ní Bhriain")]
    [InlineData("John O Hall", "John O", "Hall")]
    public void Particles_of_other_scripts_belong_to_the_last_name(string full, string first, string last) => Is(full, first, last);

    [Theory]
    [InlineData("Ann Hall 2", "Ann", "Hall")]
    [InlineData("Ann Hall +1", "Ann", "Hall")]
    [InlineData("Ann +1", "", "Ann")]
    [InlineData("Ann Hall (2)", "Ann", "Hall")]
    [InlineData("Ann Hall & Bob Hall", "Ann", "Hall")]
    [InlineData("Tom and Ann Hale", "Tom", "Hale")]
    [InlineData("Tom/Ann Hale", "", "Tom")]
    [InlineData("Ann Hall und Bob Roe", "Ann", "Hall")]
    [InlineData("Ann Hall et Bob Roe", "Ann", "Hall")]
    [InlineData("Анна Белова и Иван Белов", "Анна", "Белова")]
    [InlineData("They/Them Ann Hall", "Ann", "Hall")]
    [InlineData("she/her Ann Hall", "Ann", "Hall")]
    [InlineData("Ann Hall They/Them", "Ann", "Hall")]
    [InlineData("madonna madonna", "", "madonna")]
    [InlineData("Madonna MADONNA", "", "Madonna")]
    [InlineData("Ann Hall Ann Hall", "Ann", "Hall")]
    [InlineData("𝓩𝓸𝓮 𝓟𝓪𝓻𝓴", "Zoe", "Park")]
    [InlineData("𝐙𝐨𝐞 𝙿𝚊𝚛𝚔", "Zoe", "Park")]
    [InlineData("ℤ𝕠𝕖 ℙ𝕒𝕣𝕜", "Zoe", "Park")]
    [InlineData("Ⓩⓞⓔ Ｐａｒｋ", "Zoe", "Park")]
    [InlineData("🅉🄾🄴 🅿🅰🆁🅺", "ZOE", "PARK")]
    public void What_a_form_has_added_is_left_out(string full, string first, string last) => Is(full, first, last);

    private static void Is(string full, string first, string last) => Assert.Equal((first, last), PersonName.Split("", "", full));
}
