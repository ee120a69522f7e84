using System.Runtime.CompilerServices;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Forms in five languages: which question is about which field, and what of the answer is the value.</summary>
public class FormRulesTests
{
    public static TheoryData<string, string, string, string> Questions
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var parts in File.ReadLines(FilePath()).Where(line => !line.StartsWith('#') && line.Contains(" | ")).Select(line => line.Split(" | ")))
            {
                data.Add(parts[0], parts[1], parts[2], parts[3] == "-" ? "" : parts[3]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Answer_goes_to_the_field_that_is_asked_for(string field, string question, string answer, string value)
    {
        var values = await ReadAsync((question, answer));
        Assert.Equal(value, values[field].InferredFrom.Length > 0 ? "" : values[field].Text);
    }

    [Fact]
    public async Task Employees_count_before_seats_and_places_never_do()
    {
        var values = await ReadAsync(("How many seats do you need?", "15"), ("How many stores?", "7"), ("Number of employees", "230"));
        Assert.Equal("230", values[LeadFields.TeamSize].Text);
        Assert.Equal("15", (await ReadAsync(("How many users?", "15"), ("How many stores?", "7")))[LeadFields.TeamSize].Text);
    }

    [Fact]
    public async Task Names_come_from_answers_where_the_form_has_none()
    {
        var values = await ReadAsync(("Vorname", "Ilse"), ("Nachname", "Rautenberg"), ("Name Ihrer Firma", "Tannhof"));
        Assert.Equal(("Ilse", "Rautenberg"), (values[LeadFields.FirstName].Text, values[LeadFields.LastName].Text));
        values = await ReadAsync(("Full name", "Ilse Rautenberg"), ("Name of your product line", "Oak"));
        Assert.Equal(("Ilse", "Rautenberg"), (values[LeadFields.FirstName].Text, values[LeadFields.LastName].Text));
    }

    [Fact]
    public async Task Choices_of_a_multiple_select_stay_lines()
    {
        var values = await ReadAsync(("Which tools do you use today?", "Excel\nPaper\nE-mail"));
        Assert.Equal("Excel\nPaper\nE-mail", values[LeadFields.ToolsInUse].Text);
    }

    [Fact]
    public async Task Stated_country_names_its_answer()
    {
        var country = (await ReadAsync(("Land", "Deutschland")))[LeadFields.Country];
        Assert.Equal(("Germany", ""), (country.Text, country.InferredFrom));
        Assert.Equal(("Land", "Deutschland"), (country.Claims[0].Question, country.Claims[0].Quote));
    }

    [Fact]
    public void Question_of_a_megabyte_and_an_answer_without_an_end_are_read_in_no_time()
    {
        var taken = ProcessorTime.Of(() => Assert.True(ReadAsync(
            (new string('w', 1_000_000), "x"),
            (string.Concat(Enumerable.Repeat("budget we need ", 70_000)), string.Concat(Enumerable.Repeat("we need a budget ", 60_000))))
            .IsCompletedSuccessfully));

        Assert.InRange(taken.TotalSeconds, 0, 60);
    }

    private static async Task<LeadValues> ReadAsync(params (string Question, string Answer)[] answers)
    {
        var booking = Fixtures.BookingWith("kim@gmail.com", answers) with { Name = "" };
        return (await new RuleExtractor().ExtractAsync(new BookingDocument(booking), FieldCatalog.Default, default)).Values;
    }

    private static string FilePath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "forms.txt");
}
