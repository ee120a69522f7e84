using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Answers as a model would, as a pure function of what it is given; counts what would be paid.</summary>
internal sealed class TestExtractor : IExtractor
{
    private int paid;

    public int Paid => paid;

    /// <summary>Who is said to have answered.</summary>
    public string Source { get; set; } = "model";

    public Func<Exception?> Fault { get; set; } = () => null;

    public Task<Extraction<LeadIntel>> ExtractIntelAsync(Booking booking, CancellationToken cancellationToken) => Answer(new LeadIntel
    {
        StatedPainPoints = booking.Answers.FirstOrDefault(answer => answer.Question == "Pain")?.Answer ?? "",
        CompanyName = booking.Answers.FirstOrDefault(answer => answer.Question == "Company")?.Answer ?? "",
        SalesRepCheatSheet = $"Ask about {booking.InviteeId}.",
    });

    public Task<Extraction<MeddicAssessment>> ExtractMeddicAsync(Meeting meeting, CancellationToken cancellationToken) => Answer(new MeddicAssessment
    {
        Metrics = new MeddicElement { Value = meeting.Summary, Grounding = Grounding.Confirmed, Quote = meeting.Summary },
        NextSteps = meeting.ActionItems,
        Confidence = "Warm",
    });

    private Task<Extraction<T>> Answer<T>(T value)
        where T : class
    {
        if (Fault() is { } fault)
        {
            return Task.FromException<Extraction<T>>(fault);
        }

        Interlocked.Increment(ref paid);
        return Task.FromResult(new Extraction<T> { Value = value, Source = Source, Model = "test", Calls = 1 });
    }
}
