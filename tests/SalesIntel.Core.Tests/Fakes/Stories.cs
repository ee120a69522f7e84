namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Made-up weeks of a few leads.</summary>
internal static class Stories
{
    /// <summary>Three to twenty events of one to three leads: bookings, chains of reschedules, cancellations, no-shows set and taken
    /// back, meetings; often with equal time stamps. The same seed gives the same events.</summary>
    public static IReadOnlyList<string> Random(uint seed)
    {
        var random = new Random((int)seed);
        List<string> events = [];
        for (var lead = 0; lead < random.Next(1, 4); lead++)
        {
            var email = $"lead{lead}@company{lead}.example";
            var minute = 0;
            for (var chain = 0; chain < random.Next(1, 3); chain++)
            {
                Chain(random, events, $"L{lead}C{chain}", email, ref minute);
            }

            if (random.Next(2) == 0)
            {
                events.Add(Bodies.Meeting($"M{lead}", email, random.Next(0, minute + 600)));
            }
        }

        return events;
    }

    private static void Chain(Random random, List<string> events, string name, string email, ref int minute)
    {
        string? old = null;
        var links = random.Next(1, 4);
        for (var link = 0; link < links; link++)
        {
            var invitee = $"{name}I{link}";
            var start = (minute / 60) + random.Next(1, 90);
            var booked = minute;
            events.Add(Bodies.Created(invitee, email, booked, start, old, random.Next(3) == 0 ? "" : $"Pain {invitee}"));
            minute += random.Next(0, 3) * 30;
            if (link < links - 1)
            {
                // Either half of the link may be missing in the message.
                var known = random.Next(3) > 0;
                events.Add(Bodies.Canceled(invitee, email, booked, start, minute, known ? $"{name}I{link + 1}" : null, rescheduled: true));
                old = known && random.Next(3) == 0 ? null : invitee;
            }
            else
            {
                End(random, events, invitee, email, booked, start, ref minute);
            }
        }
    }

    private static void End(Random random, List<string> events, string invitee, string email, int booked, int start, ref int minute)
    {
        switch (random.Next(4))
        {
            case 0:
                events.Add(Bodies.Canceled(invitee, email, booked, start, minute));
                break;
            case 1:
                events.Add(Bodies.NoShow(invitee, email, booked, start, start * 60));
                break;
            case 2:
                events.Add(Bodies.NoShow(invitee, email, booked, start, start * 60));
                events.Add(Bodies.NoShowRemoved(invitee, email, booked, start, (start * 60) + random.Next(0, 2)));
                break;
        }

        minute += random.Next(0, 200);
    }
}
