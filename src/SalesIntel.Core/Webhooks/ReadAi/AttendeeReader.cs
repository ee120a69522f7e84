using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads people from objects, from texts such as <c>Ann Lee &lt;ann@lee.example&gt;</c>, and from the paragraphs
/// into which some relays turn a list.</summary>
internal static partial class AttendeeReader
{
    // Members into which senders put who the person is.
    private static readonly string[] Wrappers = ["user", "person", "participant", "contact", "profile", "email_address", "email"];

    private const string NameLabels = "name|full name|nom|nombre|nome|naam";

    private const string EmailLabels = "e-?mail(?: address)?|mail|courriel|correo(?: electrónico)?";

    // How a status says that somebody who was invited has not come.
    private static readonly FrozenSet<string> Absences = FrozenSet.Create(
        StringComparer.Ordinal, "absent", "missed", "no show", "noshow", "not attended", "did not attend", "not joined", "did not join");

    /// <summary>Those who took part: somebody who was only invited is not among them.</summary>
    internal static IReadOnlyList<MeetingAttendee> Read(JsonElement received)
    {
        var list = received.Unpacked();
        return
        [
            .. list.ValueKind == JsonValueKind.String
                ? FromText(list.Text())
                : list.Items().SelectMany(Apart).Where(IsPresent).SelectMany(ReadAll).OfType<MeetingAttendee>(),
        ];
    }

    // An object with a member for each person, who is named by the address or has it there ({"Ann Lee": "ann@lee.example"}), or for each group
    // of people.
    private static IEnumerable<JsonElement> Apart(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || item.EnumerateObject().ToList() is not { Count: > 0 } members)
        {
            return [item];
        }

        return members.TrueForAll(member => EmailAddress.TryParse(member.Name, out _)) ? members.Select(member => Named(member, "email", "name"))
            : members.Exists(IsOfOne) ? [item]
            : members.TrueForAll(member => member.Value.Unpacked().ValueKind == JsonValueKind.Array)
                ? members.SelectMany(member => member.Value.Items().SelectMany(Apart))
            : members.TrueForAll(member => AddressOf(member.Value).Length > 0) ? members.Select(member => Named(member, "name", "email"))
            : [item];
    }

    // A member that an object for one person has.
    private static bool IsOfOne(JsonProperty member) => Wrappers.Contains(member.Name, StringComparer.OrdinalIgnoreCase)
        || member.Name.Contains("mail", StringComparison.OrdinalIgnoreCase) || member.Name.Contains("name", StringComparison.OrdinalIgnoreCase)
        || member.Name.Contains("address", StringComparison.OrdinalIgnoreCase);

    private static string AddressOf(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? EmailAddress.TryParse(value.Text(), out var address) ? address.Value : ""
        : ScopeOf(value.AsObject()).Line("email", "email_address", "mail");

    private static JsonElement Named(JsonProperty person, string nameIs, string textIs)
    {
        var named = new JsonObject { [nameIs] = person.Name };
        if (person.Value.AsObject() is { ValueKind: JsonValueKind.Object } own)
        {
            named["person"] = JsonObject.Create(own);
        }
        else
        {
            named[textIs] = person.Value.Text();
        }

        return JsonElement.Parse(named.ToJsonString());
    }

    // A relay that makes one level of a list leaves one object, whose members are lists in the same order.
    private static IEnumerable<MeetingAttendee?> ReadAll(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Array)
        {
            return [FromPhrase(string.Join(' ', item.EnumerateArray().Select(part => part.Text())))];
        }

        if (item.ValueKind != JsonValueKind.Object)
        {
            return [ReadOne(item)];
        }

        var addresses = Several(item.Get("email"));
        var names = Several(item.Get("name"));
        return addresses.Length < 2 || names.Length < 2 ? [ReadOne(item)]
            : addresses.Select((address, at) => Create(names.Length == addresses.Length ? TextCleaner.Name(names[at]) : "", address));
    }

    private static string[] Several(JsonElement value) => value.Unpacked() is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(item => item.Text())]
        : value.Text().Split([',', ';', '\n'], StringSplitOptions.TrimEntries);

    /// <summary>One person; null when neither a name nor an address is known.</summary>
    internal static MeetingAttendee? ReadOne(JsonElement received)
    {
        var person = received.AsObject();
        if (person.ValueKind != JsonValueKind.Object)
        {
            return received.ValueKind == JsonValueKind.String ? FromPhrase(received.Text()) : null;
        }

        var scope = ScopeOf(person);
        var name = TextCleaner.Name(MarkupText.Plain(scope.Line("name", "display_name", "full_name")));
        var shown = name.Length > 0 ? name : TextCleaner.Name($"{scope.Line("first_name")} {scope.Line("last_name")}");
        var email = scope.Line("email", "email_address", "mail", "address");
        return Create(shown, email.Length > 0 ? email : FirstText(scope.First("emails", "email", "email_addresses")));
    }

    private static string FirstText(JsonElement list) => list.Items()
        .Select(item => item.ValueKind == JsonValueKind.Object ? new JsonScope([item]).Line("email", "address", "value") : item.Text())
        .FirstOrDefault(text => text.Length > 0, "");

    private static JsonScope ScopeOf(JsonElement person) => JsonScope.Of(new JsonPlace(person, "", []), Wrappers);

    private static bool IsPresent(JsonElement person)
    {
        var scope = ScopeOf(person);
        var attended = scope.First("attended", "is_attended", "joined", "present").YesOrNo();
        var answer = scope.Line("response_status") is { Length: > 0 } own ? own : scope.First("status").Line("response");
        return attended != false && (attended == true || !answer.Equals("declined", StringComparison.OrdinalIgnoreCase))
            && scope.First("resource").YesOrNo() != true && !scope.Line("type").Equals("resource", StringComparison.OrdinalIgnoreCase)
            && !Absences.Contains(LetterFolding.Phrase(scope.Line("attendance", "attendance_status", "status")));
    }

    // A relay may have put both into one of them.
    private static MeetingAttendee? Create(string name, string email) =>
        MailboxList.Read(email).FirstOrDefault(person => person.Email is not null) is { } addressed
            ? Of(name.Length > 0 ? addressed with { Name = name } : addressed)
            : Of(MailboxList.Read(name) is [{ Email: not null } both] ? both : new Mailbox(name, null));

    private static MeetingAttendee? Of(Mailbox person)
    {
        var line = TextCleaner.Name(person.Name);
        var name = Nothing.IsNoName(line) ? "" : line;
        return name.Length > 0 || person.Email is not null ? new MeetingAttendee(name, person.Email?.Value) : null;
    }

    private static MeetingAttendee? FromPhrase(string text) =>
        MailboxList.Read(text) is [var one] ? Of(one) : Of(new Mailbox(text, null));

    /// <summary>Paragraphs of <c>name: ...</c> and <c>email: ...</c> lines; without such lines a list of persons.</summary>
    private static IEnumerable<MeetingAttendee> FromText(string received)
    {
        var text = TextCleaner.Rich(received);
        var lines = LineOrMember().Split(text).Select(line => line.Trim()).ToList();
        if (!lines.Any(line => Value(line, NameLine()) is not null || Value(line, EmailLine()) is not null))
        {
            return MailboxList.Read(string.Join('\n', MeetingReader.Lines(text))).Select(Of).OfType<MeetingAttendee>();
        }

        var people = new List<MeetingAttendee>();
        string? name = null;
        string? email = null;
        foreach (var line in lines.Append(""))
        {
            var nextName = Value(line, NameLine());
            var nextEmail = Value(line, EmailLine());
            if (line.Length == 0 || (nextName is not null && name is not null) || (nextEmail is not null && email is not null))
            {
                if (Create(name ?? "", email ?? "") is { } person)
                {
                    people.Add(person);
                }

                (name, email) = (null, null);
            }

            name ??= nextName;
            email ??= nextEmail;
        }

        return people;
    }

    private static string? Value(string line, Regex label) =>
        label.Match(TextCleaner.Item(line)) is { Success: true } match ? match.Groups["value"].Value.Trim() : null;

    [GeneratedRegex("^(?:" + NameLabels + @")\s*[:=](?<value>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex NameLine();

    [GeneratedRegex("^(?:" + EmailLabels + @")\s*[:=](?<value>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex EmailLine();

    // Both may stand on one line: "name: Ann Lee, email: ann@lee.example".
    [GeneratedRegex(@"[\r\n]|[,;|]\s*(?=(?:" + NameLabels + "|" + EmailLabels + @")\s*[:=])|\s(?=(?:" + EmailLabels + @")\s*[:=])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineOrMember();
}
