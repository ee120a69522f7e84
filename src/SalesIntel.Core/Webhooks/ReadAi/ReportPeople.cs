using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Who took part, by all lists of a report: one names people, another one has their addresses.</summary>
internal static class ReportPeople
{
    // With more people than that nobody is looked for in other lists: each would be compared with each.
    private const int MostCompared = 100;

    /// <summary>Those who took part, from the likeliest list of a report that names anybody; with addresses from others where it lacks
    /// some.</summary>
    internal static IReadOnlyList<MeetingAttendee> In(JsonScope scope)
    {
        var lists = JsonRoles.ListsOfPeople.Select(name => Named(scope, name)).Where(people => people.Count > 0);
        var present = lists.FirstOrDefault([]);
        if (present.Count > MostCompared || (present.Count > 0 && present.All(person => person.Email is not null)))
        {
            return present;
        }

        // Who was only invited is not added, but may be one of those who came.
        var addressed = JsonRoles.ListsOfAddresses.Select(name => AttendeeReader.Read(scope.First(name)))
            .FirstOrDefault(people => people.Count > 0, []);
        var left = lists.Skip(1).SelectMany(people => people).Concat(addressed).Where(person => person.Email is not null)
            .DistinctBy(person => person.Email).Where(other => present.All(person => person.Email != other.Email))
            .Take(MostCompared).ToList();
        present = [.. present.Select(person => Completed(person, present, left))];
        return [.. present, .. addressed.Where(other => other.Email is not null && present.All(person => person.Email != other.Email))];
    }

    // Where speakers are told apart without being known, their labels are nobody's names.
    private static IReadOnlyList<MeetingAttendee> Named(JsonScope scope, string name)
    {
        var people = AttendeeReader.Read(scope.First(name));
        return name.StartsWith("speaker", StringComparison.Ordinal)
            ? [.. people.Where(person => !SpeakerWords.IsNumberedSpeaker(person.Name))]
            : people;
    }

    // Of two whom an address fits, and of two addresses that fit one, nobody knows which.
    private static MeetingAttendee Completed(
        MeetingAttendee person, IReadOnlyList<MeetingAttendee> present, IReadOnlyList<MeetingAttendee> others) =>
        person.Email is null && others.Where(other => Fits(person, other)).Take(2).ToArray() is [var one]
        && present.Count(other => other.Email is null && Fits(other, one)) == 1
            ? person with { Email = one.Email }
            : person;

    private static bool Fits(MeetingAttendee person, MeetingAttendee other)
    {
        var name = SpokenName.Of(person.Name);
        if (person.Name.Length == 0 || other.Name.Length > 0)
        {
            return person.Name.Length > 0 && SpokenName.Of(other.Name).Is(name);
        }

        var owner = SpokenName.Of(
            EmailAddress.TryParse(other.Email, out var address) ? string.Join(' ', address.LocalPart.Split('.', '_', '-')) : "");
        return owner.Is(name) || owner.MayBe(name);
    }
}
