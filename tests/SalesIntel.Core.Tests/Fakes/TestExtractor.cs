using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Answers as a model would, as a pure function of what it is given; counts what would be paid.</summary>
internal sealed class TestExtractor : IExtractor
{
    private int paid;

    public int Paid => paid;

    /// <summary>Who is said to have read.</summary>
    public ExtractionMethod ReadBy { get; set; } = ExtractionMethod.Model;

    public Func<Exception?> Fault { get; set; } = () => null;

    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        if (Fault() is { } fault)
        {
            return Task.FromException<ExtractionResult>(fault);
        }

        Interlocked.Increment(ref paid);
        return Task.FromResult(new ExtractionResult { Values = Read(document), ReadBy = ReadBy, Model = "test", Calls = 1 });
    }

    private static LeadValues Read(LeadDocument document) => document switch
    {
        BookingDocument { Booking: var booking } => Some.Values(
            (LeadFields.PainPoints, Answer(booking, "Pain")),
            (LeadFields.CompanyName, Answer(booking, "Company")),
            (LeadFields.CheatSheet, $"Ask about {booking.InviteeId}.")),
        MeetingDocument { Meeting: var meeting } => Some.Values(
            (MeetingFields.NextSteps, string.Join('\n', meeting.ActionItems)),
            (QualificationFrameworks.Meddic.Confidence, "Warm"))
            .With(
                Some.Meddic("metrics"),
                meeting.Summary.Length == 0 ? FieldValue.Absent : Some.Claimed(meeting.Summary, ClaimSupport.Supported, meeting.Summary)),
        _ => LeadValues.Empty,
    };

    private static string Answer(Booking booking, string question) =>
        booking.Answers.FirstOrDefault(answer => answer.Question == question)?.Answer ?? "";
}
