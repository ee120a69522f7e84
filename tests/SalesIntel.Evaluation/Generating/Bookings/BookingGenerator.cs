using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Generating.Bookings;

/// <summary>Generates bookings in five languages: what a form asks for directly, in many phrasings, among questions about other things,
/// answers that say nothing, and answers that give instructions.</summary>
internal sealed class BookingGenerator
{
    /// <summary>The languages, ISO 639-1.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "de", "fr", "es", "pt"];

    private static readonly DateTimeOffset FirstDay = new(2026, 9, 1, 7, 0, 0, TimeSpan.Zero);

    // Can be told from the address or the time zone too: where nobody asks, people can disagree what is right.
    private static readonly string[] Inferable =
    [
        LeadFields.CompanyName.Name, LeadFields.CompanyWebsite.Name, LeadFields.Country.Name, LeadFields.StateOrRegion.Name,
        LeadFields.City.Name,
    ];

    // One value, of which each form that is right is known; of the others the whole answer has to be in the value.
    private static readonly string[] Scalars = [.. Inferable, LeadFields.Phone.Name, LeadFields.Industry.Name, LeadFields.CompanyType.Name];

    private readonly Part part;
    private readonly int seed;
    private readonly Dictionary<string, BookingWords> words;

    /// <summary>Reads the words of a part.</summary>
    public BookingGenerator(Part part, int seed)
    {
        (this.part, this.seed) = (part, seed);
        words = Languages.ToDictionary(
            language => language, language => new BookingWords(part, language, Seeded.For(seed, "bookings", part.ToString(), language)));
    }

    /// <summary>So many bookings, the same for the same seed.</summary>
    public IEnumerable<EvaluationCase> Generate(int count) => Enumerable.Range(0, count).Select(Booking);

    private EvaluationCase Booking(int index)
    {
        var language = Languages[index % Languages.Count];
        var id = string.Create(CultureInfo.InvariantCulture, $"{DataFiles.FolderOf(part)}-booking-{language}-{index:000}");
        var random = Seeded.For(seed, id);
        var own = words[language];
        var company = own.Answer(LeadFields.CompanyName.Name);
        var site = $"{PlainLetters.Of(company.Answer)}.example";
        Dictionary<string, Expected> truth = Inferable.ToDictionary(field => field, _ => new Expected { IsOpen = true });
        var person = Person(own.Next("names"), truth);
        List<CorpusAnswer> answers = [];
        string? reminder = null;
        foreach (var field in random.Shuffled(own.Fields).Take(random.Between(3, 8)))
        {
            var (answer, exact) = field == LeadFields.CompanyName.Name ? company : own.Answer(field);
            answer = answer.Replace("{site}", site, StringComparison.Ordinal);
            if (field == LeadFields.Phone.Name && random.Chance(40))
            {
                reminder = answer;
            }
            else if (random.Chance(7))
            {
                answers.Add(new CorpusAnswer { Question = own.Next($"ask {field}"), Answer = own.Next("nothing") });
                truth[field] = new Expected { How = "nothing", IsOpen = Inferable.Contains(field) };
                continue;
            }
            else
            {
                answers.Add(new CorpusAnswer { Question = own.Next($"ask {field}"), Answer = answer });
            }

            exact = [.. exact.Select(form => form.Replace("{site}", site, StringComparison.Ordinal))];
            truth[field] = new Expected
            {
                Status = FieldStatus.Found,
                How = language,
                Exact = Scalars.Contains(field) ? exact : [],
                Keys = Scalars.Contains(field) ? [] : exact,
            };
        }

        for (var others = random.Below(3); others > 0; others--)
        {
            var other = own.Next("other").Split(" => ");
            answers.Insert(random.Below(answers.Count + 1), new CorpusAnswer { Question = other[0], Answer = other[1] });
        }

        var booking = person with
        {
            Email = $"{PlainLetters.Of(person.Email)}@{site}", TimeZone = own.Next("zones"), Phone = reminder, Answers = answers,
        };
        return new EvaluationCase
        {
            Id = id,
            Class = CaseClass.Sales,
            Source = "calendly",
            Language = language,
            Body = CalendlyBody.Of(id, booking, FirstDay.AddDays(index % 80).AddMinutes(index)),
            Truth = truth,
        };
    }

    // "Shown = First | Last"; "First + Last" shown means that the form asks for both names.
    private static CorpusBooking Person(string entry, Dictionary<string, Expected> truth)
    {
        var sides = entry.Split(" = ");
        var name = sides[1].Split(" / ");
        truth[LeadFields.FirstName.Name] = new Expected { Status = FieldStatus.Found, Exact = [name[0]] };
        truth[LeadFields.LastName.Name] = new Expected { Status = FieldStatus.Found, Exact = [name[1]] };
        var both = sides[0].Split(" + ");
        return both.Length == 2
            ? new CorpusBooking { FirstName = both[0], LastName = both[1], Email = name[1] }
            : new CorpusBooking { Name = sides[0], Email = name[1] };
    }
}
