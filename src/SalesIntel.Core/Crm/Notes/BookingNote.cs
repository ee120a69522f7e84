using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What a rep reads before a demo: in the first lines who comes when and why, what hurts and what to ask; what the form says last.
/// </summary>
internal static class BookingNote
{
    private const int LongestPart = 100;
    private const int LongestPlace = 200;
    private const int LongestReason = 240;

    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(
        NoteBuilder note, Booking booking, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, NoteSetup setup)
    {
        var role = NoteText.Short(BookingAnswers.Role(booking), LongestPart);
        var company = Company(booking, values);
        var who = $"{Name(booking, values)}, {Or(role, "role not stated")}, {Or(company, "company not stated")}";
        note.Line("Demo", $"{When(booking, setup.Team)} with {who}")
            .Line("Where", booking.Location.Length <= LongestPlace ? NoteText.Line(booking.Location) : "")
            .Line("Why now", Or(Or(Reason(values, catalog), Answered(booking, FormTopic.Timing)), "not stated"))
            .Line("Pain", Or(Or(Pain(values, catalog), Answered(booking, FormTopic.Pain)), "not stated"));
        CheatSheet.AddTo(note, values, catalog, Gaps(values, catalog, role, company), readBy);
        note.Add(NotePart.Core, "Appointment", string.Join('\n', new[]
            {
                NoteText.Labelled("Where", booking.Location.Length > LongestPlace ? booking.Location : ""),
                NoteText.Labelled("With", string.Join(", ", booking.Hosts)),
                NoteText.Labelled("Guests", string.Join(", ", booking.Guests)),
                NoteText.Labelled("Campaign", string.Join(", ", booking.Tracking
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))),
            }.Where(line => line.Length > 0)))
            .Add(NotePart.Core, "Not written as it was", NoteText.Bullets(setup.Issues))
            .Add(NotePart.Raw, "Answers", AnswerText.ForNote(booking.Answers));
        var what = booking.OldInviteeId is null ? "Demo booked" : "Demo rescheduled";
        return NoteTitle.Of(booking.Start is { } start ? TimeText.Day(TimeText.In(booking.TimeZone, start)) : "", what, booking.EventName);
    }

    private static string When(Booking booking, TeamOptions team) => booking.Start is { } at
        ? TimeText.Describe(booking.TimeZone, at, HostZone.Of(booking.HostEmails, team))
        : "no date in the booking,";

    private static string Name(Booking booking, LeadValues values)
    {
        var stated = booking.Name.Length > 0 ? booking.Name : $"{booking.FirstName} {booking.LastName}".Trim();
        var read = string.Join(' ', new[] { values[LeadFields.FirstName], values[LeadFields.LastName] }
            .Where(value => value.IsWritable).Select(value => value.Text));
        return NoteText.Short(Or(Or(stated, read), booking.Email), LongestPart);
    }

    // As the CRM's field has it; what stands in no field is shown with its remark.
    private static string Company(Booking booking, LeadValues values)
    {
        var read = values[LeadFields.CompanyName];
        var stated = read.IsWritable ? "" : BookingAnswers.Company(booking);
        return NoteText.Short(Or(stated, IntelText.Brief(read)), LongestPart);
    }

    private static string Reason(LeadValues values, FieldCatalog catalog)
    {
        var timing = Shown(values, catalog, LeadFields.TimingSignal);
        var need = Shown(values, catalog, LeadFields.NeedSignal);
        return (timing, need) switch
        {
            ("", "") => "",
            ("", _) => NoteText.Short(need, LongestReason) + " (no date stated)",
            (_, "") => NoteText.Short(timing, LongestReason),
            _ => NoteText.Short($"{NoteText.Short(timing, LongestReason / 2)}; {need}", LongestReason),
        };
    }

    // What nobody has read a value from is shown in the invitee's own words.
    private static string Answered(Booking booking, FormTopic topic) =>
        NoteText.Joined(BookingAnswers.Whole(booking, topic)) is { Length: > 0 } text ? NoteText.Short(text, LongestReason) + " (as answered)" : "";

    // What has a number says most.
    private static string Pain(LeadValues values, FieldCatalog catalog)
    {
        if (catalog.Find(LeadFields.PainPoints.Name) is not { } field)
        {
            return "";
        }

        var lines = NoteText.Lines(values[field] is { IsWritable: true } pain ? pain.TextWithOrigin : IntelText.Shown(values[field]));
        return NoteText.Short(NoteText.Joined(string.Join('\n', lines.OrderByDescending(line => line.Any(char.IsDigit)))), LongestReason);
    }

    private static IEnumerable<string> Gaps(LeadValues values, FieldCatalog catalog, string role, string company)
    {
        if (role.Length == 0)
        {
            yield return "What is your role?";
        }

        if (company.Length == 0)
        {
            yield return "Which company are you with?";
        }

        foreach (var question in FormGaps.Questions(catalog.Intel, values))
        {
            yield return question;
        }
    }

    private static string Shown(LeadValues values, FieldCatalog catalog, LeadField field) =>
        catalog.Find(field.Name) is { } known ? IntelText.Brief(values[known]) : "";

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
