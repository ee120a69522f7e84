using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads people from objects, from texts such as <c>Ann Lee &lt;ann@lee.example&gt;</c>, and from the paragraphs
/// into which some relays turn a list.</summary>
internal static class AttendeeReader
{
    /// <summary>Those who took part: somebody who was only invited is not among them.</summary>
    internal static IReadOnlyList<MeetingAttendee> Read(JsonElement received)
    {
        var list = received.Unpacked();
        return
        [
            .. list.ValueKind == JsonValueKind.String
                ? FromText(list.Text())
                : list.Items().Where(IsPresent).Select(ReadOne).OfType<MeetingAttendee>(),
        ];
    }

    /// <summary>One person; null when neither a name nor an address is known.</summary>
    internal static MeetingAttendee? ReadOne(JsonElement received)
    {
        var person = received.AsObject();
        if (person.ValueKind != JsonValueKind.Object)
        {
            return received.ValueKind == JsonValueKind.String ? FromPhrase(received.Text()) : null;
        }

        var scope = new JsonScope([person]);
        var name = TextCleaner.Name(scope.Line("name", "display_name", "full_name"));
        var shown = name.Length > 0 ? name : $"{person.Name("first_name")} {person.Name("last_name")}";
        var email = scope.Line("email", "email_address", "mail");

        // A relay may have put the address beside the name.
        return email.Length == 0 && shown.Contains('@', StringComparison.Ordinal) ? FromPhrase(shown) : Create(shown, email);
    }

    private static bool IsPresent(JsonElement person) =>
        !IsFalse(new JsonScope([person]).First("attended", "is_attended", "joined", "present"));

    private static bool IsFalse(JsonElement said) => said.ValueKind == JsonValueKind.False
        || said.Text().Trim().ToUpperInvariant() is "FALSE" or "NO" or "0";

    private static MeetingAttendee? Create(string name, string email)
    {
        var line = TextCleaner.Name(name);
        var shown = Nothing.IsNoName(line) ? "" : line;
        var hasAddress = EmailAddress.TryParse(email, out var address);
        return shown.Length > 0 || hasAddress ? new MeetingAttendee(shown, hasAddress ? address.Value : null) : null;
    }

    private static MeetingAttendee? FromPhrase(string text)
    {
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        return open >= 0 && close > open ? Create(text[..open].Trim(' ', '"'), text[(open + 1)..close])
            : text.Contains('@', StringComparison.Ordinal) ? Create("", text)
            : Create(text, "");
    }

    /// <summary>Paragraphs of <c>name: ...</c> and <c>email: ...</c> lines; without such lines a list of persons.</summary>
    private static IEnumerable<MeetingAttendee> FromText(string text)
    {
        var lines = text.Split(['\n', '\r'], StringSplitOptions.TrimEntries);
        if (!lines.Any(line => Value(line, "name") is not null || Value(line, "email") is not null))
        {
            return text.Split([',', ';', '\n', '\r'], StringSplitOptions.TrimEntries)
                .Select(FromPhrase)
                .OfType<MeetingAttendee>();
        }

        var people = new List<MeetingAttendee>();
        string? name = null;
        string? email = null;
        foreach (var line in lines.Append(""))
        {
            var nextName = Value(line, "name");
            var nextEmail = Value(line, "email");
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

    private static string? Value(string line, string key)
    {
        var text = line.TrimStart('-', '*', ' ');
        return text.StartsWith(key, StringComparison.OrdinalIgnoreCase) && text.AsSpan(key.Length).TrimStart() is [':', .. var value]
            ? value.Trim().ToString()
            : null;
    }
}
