using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a person filled in, the same whether it came with a booking or from a form of an own source.</summary>
internal sealed record Form
{
    private static readonly char[] BehindCompany = [',', ';', '|', '(', '\n'];

    private (string First, string Last)? person;

    /// <summary>What it is called in a prompt: <c>booking</c> or <c>form</c>.</summary>
    public required string Noun { get; init; }

    public required string Email { get; init => (field, person) = (value, null); }

    /// <summary>When it was filled in.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the event or of the form; may be empty.</summary>
    public string Title { get; init; } = "";

    public string Name { get; init => (field, person) = (value, null); } = "";

    /// <summary>Only where the form asks for both names.</summary>
    public string FirstName { get; init => (field, person) = (value, null); } = "";

    /// <summary>Only where the form asks for both names.</summary>
    public string LastName { get; init => (field, person) = (value, null); } = "";

    /// <summary>First and last name, from the fields of their own or from the whole name; both empty when there is no name.</summary>
    public (string First, string Last) Person => person ??= PersonName.Split(FirstName, LastName, Name, Employer);

    public string Phone { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public DateTimeOffset? DemoAt { get; init; }

    public string DemoAtUtc => DemoAt is { } at ? TimeText.Utc(at) : "";

    public IReadOnlyList<FormAnswer> Answers { get; init => (field, person) = (value, null); } = [];

    public IReadOnlyList<string> Guests { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tracking { get; init; } = new Dictionary<string, string>();

    /// <summary>For whom the person works, by the address and the answers. Behind the company's name people write its size and its place.</summary>
    public Employer Employer => new(
        Email,
        Answers.Select(answer => AnswerParts.Of(FormTopic.Company, answer).Split(BehindCompany, 2)[0].Trim())
            .FirstOrDefault(name => name.Length > 0, ""));

    /// <summary>True when what is asked about a topic is answered by nothing: "n/a". Such an answer is no gap to be filled.</summary>
    public bool Denies(FormTopic topic)
    {
        var answers = Answers.Where(answer => answer.Answer.Length > 0 && FormTopics.IsAbout(topic, answer.Question)).ToArray();
        return answers.Length > 0 && Array.TrueForAll(answers, answer => Nothing.IsNothing(answer.Answer));
    }

    /// <summary>Reads a document as a form.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static Form Of(LeadDocument document) => document switch
    {
        BookingDocument { Booking: var booking } => new Form
        {
            Noun = "booking",
            Email = booking.Email,
            At = booking.CreatedAt,
            Title = booking.EventName,
            Name = booking.Name,
            FirstName = booking.FirstName,
            LastName = booking.LastName,
            Phone = booking.Phone,
            TimeZone = booking.TimeZone,
            DemoAt = booking.Start,
            Answers = booking.Answers,
            Guests = booking.Guests,
            Tracking = booking.Tracking,
        },
        FormDocument form => new Form
        {
            Noun = "form",
            Email = form.Email,
            At = form.SubmittedAt,
            Title = form.Title,
            Name = form.Name,
            Phone = form.Phone,
            TimeZone = form.TimeZone,
            Answers = form.Answers,
        },
        _ => throw new ArgumentException(
            $"A {document.GetType().Name} can't be read as a form: use BookingDocument or FormDocument.", nameof(document)),
    };
}
