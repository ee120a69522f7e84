using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>A booking and a call as a rep knows them: something was found, something is unclear, something nobody bears out, something is open.
/// </summary>
internal static class RepNotes
{
    private static readonly DateTimeOffset Start = new(2026, 11, 17, 14, 0, 41, TimeSpan.Zero);

    public static Booking Booking { get; } = new()
    {
        InviteeId = "INV-7",
        Email = "mirela.osei@tallow.example",
        Name = "Mirela Osei",
        EventName = "Product demo",
        Start = new DateTimeOffset(2026, 11, 18, 15, 0, 0, TimeSpan.Zero),
        TimeZone = "America/New_York",
        Location = "https://zoom.example/j/90000000001?pwd=fixture",
        Hosts = ["Ann Lindqvist", "Bo Arden"],
        HostEmails = ["ann@seller.example", "bo@seller.example"],
        Guests = ["teo@tallow.example"],
        Tracking = new Dictionary<string, string> { ["utm_source"] = "news", ["utm_campaign"] = "autumn" },
        Answers =
        [
            new FormAnswer("Company name", "Tallow & Finch Foods"),
            new FormAnswer("Your role", "Packaging Design Manager"),
            new FormAnswer("What would you like to solve?", "Sign-off takes almost 4 weeks and comments get lost.\nWe had a costly reprint in June."),
            new FormAnswer("When do you need it?", "Before the spring range, maybe March"),
        ],
        CreatedAt = Bodies.Base,
        UpdatedAt = Bodies.Base,
    };

    public static LeadValues BookingValues { get; } = Some.Values(
        (LeadFields.CompanyName, "Tallow & Finch Foods"),
        (LeadFields.Industry, "Food"),
        (LeadFields.TeamSize, "51-200 reviewers"),
        (LeadFields.PainPoints, "Comments get lost between mail and file shares\nSign-off takes almost 4 weeks\nA costly reprint in June"),
        (LeadFields.NeedSignal, "Costly reprint in June"),
        (LeadFields.DiscoveryQuestions, "What did the June reprint cost?\nWhich version reached the printer, and why?"),
        (LeadFields.DemoFocus, "Version comparison and one approved file"),
        (LeadFields.CheatSheet, "Start with the June reprint: ask what it cost and which version was printed.\nThen show one approved file with all comments."))
        .With(LeadFields.Country, FieldValue.Of("United States", "the time zone"))
        .With(LeadFields.TimingSignal, new FieldValue
        {
            Text = "Before the spring range, maybe March",
            Status = FieldStatus.Ambiguous,
            Claims = [new Claim { Quote = "Before the spring range, maybe March", Question = "When do you need it?", Support = ClaimSupport.Supported, Hedged = true }],
        })
        .With(LeadFields.BudgetSignal, Some.Claimed("20,000 USD approved", ClaimSupport.Unsupported));

    public static Meeting Meeting { get; } = new()
    {
        SessionId = "01TALLOW",
        Title = "Tallow & Finch: workflow and terms",
        Start = Start,
        End = Start.AddMinutes(83),
        Duration = TimeSpan.FromMinutes(83),
        RecordingUrl = "https://app.read.ai/analytics/meetings/01TALLOW",
        Owner = new MeetingAttendee("Ann Lindqvist", "ann@seller.example"),
        Attendees =
        [
            new MeetingAttendee("Mirela Osei", "mirela.osei@tallow.example"), new MeetingAttendee("Signe Marsh", "signe.marsh@tallow.example"),
            new MeetingAttendee("Ann Lindqvist", "ann@seller.example"), new MeetingAttendee("Phone user", null),
        ],
        Summary = "A long session on label workflow, contract and pilot.\nEverybody was happy.",
        ActionItems = ["Send the report."],
        KeyQuestions = ["Who signs?"],
        Transcript = [new TranscriptTurn("Mirela Osei", "The average cycle is twenty-six calendar days.", Start.AddSeconds(287))],
    };

    public static LeadValues MeetingValues { get; } = Some.Values(
        (QualificationFrameworks.Meddic.Confidence, "Warm"),
        (MeetingFields.NextSteps, "Ann sends the SOC 2 report to Tamsin by 20 November 2026\nMirela names a pilot brand by 27 November 2026"))
        .With(Some.Meddic("metrics"), Found("26 calendar days from brief to approved, target 14", Said("The average cycle is twenty-six calendar days", "Mirela Osei", 287)))
        .With(Some.Meddic("identified_pain"), Found(
            "A warning letter in February after a claim went out without its disclaimer",
            Said("We had a warning letter because a claim went out without the disclaimer", "Mirela Osei", 302)))
        .With(Some.Meddic("decision_process"), Found(
            "Board on 14 January 2027",
            Said("the board is on the twenty-first of January", "Signe Marsh", 1_210) with { Superseded = true },
            Said("it's Thursday the fourteenth of January, not the twenty-first", "Signe Marsh", 4_097) with { Corrects = "the board is on the twenty-first of January" }))
        .With(Some.Meddic("economic_buyer"), new FieldValue
        {
            Text = "Wilhelmina Strand, COO\nLysander Quaye, CFO",
            Status = FieldStatus.Ambiguous,
            Claims =
            [
                Said("the money's with the chief operating officer now, Wilhelmina Strand", "Mirela Osei", 1_662) with { Text = "Wilhelmina Strand, COO", Contradicted = true },
                Said("Lysander signs anything above fifty thousand", "Signe Marsh", 3_005) with { Text = "Lysander Quaye, CFO", Contradicted = true },
            ],
        })
        .With(Some.Meddic("competition"), Found(
            "Stampede Review, used by the sister company", Said("their quote is 68,000 for the same seat count", "Signe Marsh", 1_738)))
        .With(Some.Meddic("champion"), new FieldValue
        {
            Claims = [new Claim { Text = "Signe Marsh pushes for it", Quote = "I will push this through", Support = ClaimSupport.Unsupported }],
        })
        .With(MeetingFields.Risks, new FieldValue
        {
            Text = "A high security finding stops it",
            Status = FieldStatus.Found,
            Claims =
            [
                Said("net 60, and a renewal cap of four percent", "Signe Marsh", 4_300) with { Text = "A high security finding stops it" },
                new Claim { Text = "The CFO dislikes subscriptions", Support = ClaimSupport.Unsupported },
            ],
        });

    public static CrmNote Of(Booking booking, LeadValues values, NoteSetup? setup = null) =>
        DocumentNote.Write(new BookingDocument(booking), values, FieldCatalog.Default, ExtractionMethod.Model, setup);

    public static CrmNote Of(Meeting meeting, LeadValues values, NoteSetup? setup = null) =>
        DocumentNote.Write(new MeetingDocument(meeting, Bodies.Base), values, FieldCatalog.Default, ExtractionMethod.Model, setup);

    public static TeamOptions Team { get; } = new()
    {
        InternalDomains = ["seller.example"],
        HostTimeZones = new Dictionary<string, string> { ["ann@seller.example"] = "Europe/Berlin" },
    };

    public static Claim Said(string quote, string speaker, int second) => new()
    {
        Quote = quote, Speaker = speaker, At = Start.AddSeconds(second), Turn = 1, Support = ClaimSupport.Supported,
    };

    private static FieldValue Found(string text, params Claim[] claims) => new() { Text = text, Status = FieldStatus.Found, Claims = claims };
}
