using SalesIntel.Leads;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Reads a booking from an invitee's payload.</summary>
internal static class BookingReader
{
    private const string OutboundCall = "outbound_call";
    private const string AskedInvitee = "ask_invitee";

    private static readonly string[] AnswerNames = ["answer", "value", "response", "text", "label", "name"];

    private static readonly string[] UtmNames =
        ["utm_campaign", "utm_source", "utm_medium", "utm_content", "utm_term"];

    internal static Booking Read(
        JsonElement payload,
        JsonElement scheduled,
        string inviteeId,
        string email,
        DateTimeOffset? envelopeAt,
        DateTimeOffset receivedAt)
    {
        var created = payload.Time("created_at");
        var updated = payload.Time("updated_at");
        return BookingLimits.Cut(new Booking
        {
            InviteeId = inviteeId,
            Email = email,
            InviteeUri = payload.Line("uri"),
            EventUri = scheduled.Line("uri") is { Length: > 0 } uri ? uri : payload.Line("event"),
            EventTypeUri = scheduled.Line("event_type"),
            EventName = scheduled.Line("name"),
            Name = payload.Name("name"),
            FirstName = payload.Name("first_name"),
            LastName = payload.Name("last_name"),
            TimeZone = TimeZones.Name(payload.Line("timezone")),
            Start = scheduled.Time("start_time") ?? payload.Time("start_time"),
            End = scheduled.Time("end_time") ?? payload.Time("end_time"),
            Location = Location(scheduled.Get("location")),
            OldInviteeId = Link(payload.Get("old_invitee"), inviteeId),
            NewInviteeId = Link(payload.Get("new_invitee"), inviteeId),
            Rescheduled = payload.Flag("rescheduled"),
            Phone = Phone(payload, scheduled.Get("location")),
            Answers = Answers(payload.Get("questions_and_answers")),
            Tracking = Tracking(payload.Get("tracking")),
            Hosts = Hosts(scheduled.Get("event_memberships")),
            HostEmails = Addresses(scheduled.Get("event_memberships"), "user_email"),
            Guests = Addresses(scheduled.Get("event_guests"), "email"),
            CreatedAt = created ?? envelopeAt ?? updated ?? receivedAt,
            UpdatedAt = updated ?? envelopeAt ?? created ?? receivedAt,
        });
    }

    private static string Location(JsonElement location) =>
        location.AsObject().ValueKind == JsonValueKind.Undefined ? TextCleaner.Line(location.Text(), TextCleaner.LongestLine)
        : location.Line("join_url") is { Length: > 0 } url ? url
        : location.Line("location");

    // For an outbound call, and where the invitee says where to meet, the invitee gives the number to be called. A place to meet may hold other
    // numbers: there it has to be the whole.
    private static string Phone(JsonElement payload, JsonElement location) =>
        payload.Line("text_reminder_number") is { Length: > 0 } reminder ? reminder
        : location.Line("location") is not { Length: > 0 } place ? ""
        : location.Get("type").Text().ToLowerInvariant() switch
        {
            OutboundCall => PhoneText.Find(place),
            AskedInvitee when PhoneText.IsNumber(place) => PhoneText.Find(place),
            _ => "",
        };

    /// <summary>The other half of a reschedule; an invitee that names itself names nobody.</summary>
    private static string? Link(JsonElement uri, string inviteeId)
    {
        var id = SafeId.OfUri(uri.Text());
        return id.Length == 0 || id == inviteeId ? null : id;
    }

    private static IReadOnlyList<FormAnswer> Answers(JsonElement list) =>
    [
        .. list.Items()
            .SelectMany(AnswersOf)
            .Select((item, index) => (Position: item.Position ?? index, item.Answer))
            .Where(item => item.Answer.Answer.Length > 0)
            .OrderBy(item => item.Position)
            .Select(item => item.Answer),
    ];

    // A relay may have made a line of each answer, or a member that is called as its question.
    private static IEnumerable<(int? Position, FormAnswer Answer)> AnswersOf(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return TextCleaner.Rich(item.Text()).Split('\n').Select(line => ((int?)null, OfLine(line)));
        }

        if (item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == 2)
        {
            return [(null, new FormAnswer(TextCleaner.Rich(item[0].Text()), Choices(item[1])))];
        }

        var scope = new JsonScope([item]);
        var answer = scope.First("answer", "answers", "answer_text", "value", "response", "response_text", "reply", "a");
        var question = scope.First("question", "question_text", "prompt", "text", "label", "title", "name", "key", "q");
        var at = item.Get("position");
        if (item.ValueKind == JsonValueKind.Object
            && Array.TrueForAll([answer, question, at], member => member.ValueKind == JsonValueKind.Undefined))
        {
            return item.EnumerateObject()
                .Select(member => ((int?)null, new FormAnswer(TextCleaner.Rich(member.Name), Choices(member.Value))));
        }

        var position = at.ValueKind == JsonValueKind.Number && at.TryGetInt32(out var number) ? number : (int?)null;
        return [(position, new FormAnswer(TextCleaner.Rich(question.Within(AnswerNames)), Choices(answer)))];
    }

    private static FormAnswer OfLine(string line)
    {
        var end = line.IndexOfAny(['?', ':']);
        return end > 0 && line[(end + 1)..].Trim() is { Length: > 0 } answer
            ? new FormAnswer(line[..(line[end] == '?' ? end + 1 : end)].Trim(), answer)
            : new FormAnswer("", line.Trim());
    }

    private static string Choices(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        _ => TextCleaner.Rich(answer.Within(AnswerNames)),
    };

    private static Dictionary<string, string> Tracking(JsonElement tracking) => UtmNames
        .Select(name => (Name: name, Value: tracking.Line(name)))
        .Where(pair => pair.Value.Length > 0)
        .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    private static IReadOnlyList<string> Hosts(JsonElement memberships) =>
    [
        .. memberships.Items()
            .Select(host => host.Name("user_name") is { Length: > 0 } name ? name : host.Line("user_email"))
            .Where(host => host.Length > 0),
    ];

    private static IReadOnlyList<string> Addresses(JsonElement people, string member) =>
    [
        .. people.Items()
            .SelectMany(person => MailboxList.Read((person.ValueKind == JsonValueKind.String ? person : person.Get(member)).Text()))
            .Select(person => person.Email)
            .OfType<EmailAddress>()
            .Select(address => address.Value)
            .Distinct(StringComparer.Ordinal),
    ];
}
