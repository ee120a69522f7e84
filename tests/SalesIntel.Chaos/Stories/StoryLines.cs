using SalesIntel.Core.Tests.Fakes;

namespace SalesIntel.Chaos.Stories;

/// <summary>The kinds of stories. Minutes and hours count from <see cref="Bodies.Base"/>.</summary>
internal sealed class StoryLines(string name, Random random)
{
    private const string Booked = "Demo Booked";
    private const string Complete = "Demo Complete";
    private const string Canceled = "Demo Canceled";
    private const string NoShow = "Demo No-show";

    private readonly List<Webhook> webhooks = [];
    private readonly int hour = random.Next(48, 200);
    private int bookings;
    private int meetings;

    // Of the booking that was made last.
    private string? named;

    // Of the current booking: when it was made, and the hour of its demo.
    private int booked;
    private int start;

    private string Email => $"{name}@{name}.example";

    public LeadStory Next() => random.Next(11) switch
    {
        0 => OneBooking(),
        1 => Moved(links: random.Next(1, 4)),
        2 => GivenUp(),
        3 => MovedAndGivenUp(),
        4 => DidNotCome(),
        5 => NoShowTakenBack(),
        6 => Held(),
        7 => MeetingOnly(),
        8 => TwoBookings(),
        9 => LaterOfTwoGivenUp(),
        _ => BookedAgainAfterNoShow(),
    };

    private LeadStory OneBooking()
    {
        Book("A", 0, hour);
        return Story("one booking", Booked);
    }

    private LeadStory Moved(int links)
    {
        Book("I0", 0, hour);
        for (var link = 1; link <= links; link++)
        {
            // Now and then in the same moment: nothing but the links tells the order.
            var moved = booked + (random.Next(2) * 30);
            Add(Bodies.Canceled($"{name}I{link - 1}", Email, booked, start, moved, $"{name}I{link}"));
            Book($"I{link}", moved, start + 1, $"{name}I{link - 1}");
        }

        return Story("moved", Booked);
    }

    private LeadStory GivenUp()
    {
        Book("A", 0, hour);
        Add(Bodies.Canceled($"{name}A", Email, booked, start, 45));
        return Story("given up", Canceled);
    }

    private LeadStory MovedAndGivenUp()
    {
        Moved(1);
        Add(Bodies.Canceled($"{name}I1", Email, booked, start, 90));
        return Story("moved, then given up", Canceled);
    }

    private LeadStory DidNotCome()
    {
        Book("A", 0, hour);
        Add(Bodies.NoShow($"{name}A", Email, booked, start, (start * 60) + 10));
        return Story("no-show", NoShow);
    }

    private LeadStory NoShowTakenBack()
    {
        DidNotCome();
        Add(Bodies.NoShowRemoved($"{name}A", Email, booked, start, (start * 60) + 20));
        return Story("no-show taken back", Booked);
    }

    private LeadStory Held()
    {
        Moved(random.Next(2));
        Meet((start * 60) + 3);
        return Story("held", Complete);
    }

    private LeadStory MeetingOnly()
    {
        start = hour;
        Meet(start * 60);
        return Story("meeting without a booking", Complete);
    }

    private LeadStory TwoBookings()
    {
        Book("A", 0, hour);
        Book("B", 60, hour - 24);
        return Story("two bookings", Booked);
    }

    private LeadStory LaterOfTwoGivenUp()
    {
        TwoBookings();
        Add(Bodies.Canceled($"{name}B", Email, booked, start, 90));
        start = hour;
        return Story("two bookings, the later given up", Booked);
    }

    private LeadStory BookedAgainAfterNoShow()
    {
        DidNotCome();
        Book("B", (start * 60) + 60, start + 72);
        return Story("booked again after a no-show", Booked);
    }

    private void Book(string invitee, int minute, int startHour, string? old = null)
    {
        (named, booked, start) = (name + invitee, minute, startHour);
        bookings++;
        Add(Bodies.Created(name + invitee, Email, minute, startHour, old, $"Proofs of {name}{invitee} are slow and the reprints cost us weeks"));
    }

    private void Meet(int startMinute)
    {
        meetings++;
        webhooks.Add(new Webhook("readai", Bodies.Meeting($"{name}M", Email, startMinute, "They count lost days.", $"We lost nine days with the proofs of {name}.")));
    }

    private void Add(string body) => webhooks.Add(new Webhook("calendly", body));

    private LeadStory Story(string kind, string status) => new()
    {
        Name = kind,
        Email = Email,
        Webhooks = [.. webhooks],
        Status = status,
        DemoAt = Bodies.Base.AddHours(start),
        Company = named is null ? null : $"Company of {named}",
        Bookings = bookings,
        Meetings = meetings,
    };
}
