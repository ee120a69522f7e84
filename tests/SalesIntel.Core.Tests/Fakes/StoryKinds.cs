using CsCheck;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Stories of one lead, one generator for each thing that is easy to get wrong. Times advance by zero to three half hours
/// between events, so that equal time stamps are frequent everywhere.</summary>
internal static class StoryKinds
{
    public const string Email = "ada@quill.example";

    private const int Longest = 8;

    private static readonly Gen<int[]> Gaps = Gen.Int[0, 3].Select(half => half * 30).Array[Longest];

    // Which message names the other half of a reschedule: the cancellation, the new booking, or both.
    private static readonly Gen<int[]> Links = Gen.Int[0, 2].Array[Longest];

    public static Gen<Story> ChainOfReschedules { get; } =
        from bookings in Gen.Int[4, Longest]
        from gaps in Gaps
        from links in Links
        select Chain(bookings, gaps, links).Story;

    public static Gen<Story> CancelAfterReschedule { get; } =
        from bookings in Gen.Int[2, 5]
        from gaps in Gaps
        from links in Links
        from later in Gen.Int[0, 200]
        select Canceled(Chain(bookings, gaps, links), later);

    public static Gen<Story> NoShowSetAndRemoved { get; } =
        from bookings in Gen.Int[1, 3]
        from gaps in Gaps
        from links in Links
        from turns in Gen.Int[2, 7]
        from pauses in Gen.Int[1, 90].Array[Longest]
        select NoShows(Chain(bookings, gaps, links), turns, pauses);

    public static Gen<Story> MeetingBeforeBooking { get; } =
        from meetingStart in Gen.Int[0, 300]
        from booked in Gen.Int[0, 400]
        from startHour in Gen.Int[1, 100]
        select new Story(
            [Bodies.Meeting("M", Email, meetingStart), Bodies.Created("A", Email, booked, startHour)],
            "A",
            meetingStart + 30 >= booked ? LeadStatus.DemoComplete : LeadStatus.DemoBooked);

    public static Gen<Story> TwoBookings { get; } =
        from gap in Gen.Int[0, 3]
        from startA in Gen.Int[1, 60]
        from startB in Gen.Int[1, 60]
        from canceledA in Gen.Bool
        from canceledB in Gen.Bool
        from pauseA in Gen.Int[0, 3_000]
        from pauseB in Gen.Int[0, 3_000]
        select Two(gap * 30, startA, startB, canceledA ? pauseA : null, canceledB ? pauseB : null);

    public static Gen<Story> EqualTimes { get; } =
        from bookings in Gen.Int[1, 5]
        from links in Links
        from canceled in Gen.Bool
        from noShow in Gen.Bool
        from meeting in Gen.Bool
        select Instant(Chain(bookings, new int[Longest], links), canceled, noShow, meeting);

    public static Gen<Story> RelayRescheduled { get; } =
        from moves in Gen.Int[1, 6]
        from inPlace in Gen.Bool.Array[Longest]
        from pauses in Gen.Int[1, 200].Array[Longest]
        from oldCanceled in Gen.Bool
        select Relayed(moves, inPlace, pauses, oldCanceled);

    public static Gen<Story> Any { get; } = Gen.OneOf(
        ChainOfReschedules, CancelAfterReschedule, NoShowSetAndRemoved, MeetingBeforeBooking, TwoBookings, EqualTimes, RelayRescheduled);

    private static (Story Story, int Minute, int StartHour) Chain(int bookings, int[] gaps, int[] links)
    {
        List<string> messages = [];
        var (minute, startHour) = (0, 100);
        for (var index = 0; index < bookings; index++)
        {
            var old = index > 0 && links[index] != 0 ? $"I{index - 1}" : null;
            messages.Add(Bodies.Created($"I{index}", Email, minute, startHour, old));
            if (index < bookings - 1)
            {
                var (booked, start) = (minute, startHour);
                minute += gaps[index];
                startHour += (index % 2 == 0) ? 24 : -7;
                messages.Add(Bodies.Canceled(
                    $"I{index}", Email, booked, start, minute, links[index + 1] != 1 ? $"I{index + 1}" : null, rescheduled: true));
            }
        }

        return (new Story(messages, $"I{bookings - 1}", LeadStatus.DemoBooked), minute, startHour);
    }

    private static Story Canceled((Story Story, int Minute, int StartHour) chain, int later) => chain.Story with
    {
        Messages = [.. chain.Story.Messages, Bodies.Canceled(chain.Story.Current, Email, chain.Minute, chain.StartHour, chain.Minute + later)],
        Status = LeadStatus.DemoCanceled,
    };

    private static Story NoShows((Story Story, int Minute, int StartHour) chain, int turns, int[] pauses)
    {
        var (story, booked, start) = chain;
        List<string> messages = [.. story.Messages];
        var minute = start * 60;
        for (var turn = 0; turn < turns; turn++)
        {
            minute += pauses[turn];
            messages.Add(turn % 2 == 0
                ? Bodies.NoShow(story.Current, Email, booked, start, minute)
                : Bodies.NoShowRemoved(story.Current, Email, booked, start, minute));
        }

        return new Story(messages, story.Current, turns % 2 == 1 ? LeadStatus.DemoNoShow : LeadStatus.DemoBooked);
    }

    private static Story Two(int bookedB, int startA, int startB, int? pauseA, int? pauseB)
    {
        List<string> messages = [Bodies.Created("A", Email, 0, startA), Bodies.Created("B", Email, bookedB, startB)];
        if (pauseA is { } afterA)
        {
            messages.Add(Bodies.Canceled("A", Email, 0, startA, afterA));
        }

        if (pauseB is { } afterB)
        {
            messages.Add(Bodies.Canceled("B", Email, bookedB, startB, bookedB + afterB));
        }

        var yields = pauseB is not null && pauseA is null && startA * 60 > bookedB + pauseB;
        return yields
            ? new Story(messages, "A", LeadStatus.DemoBooked)
            : new Story(messages, "B", pauseB is null ? LeadStatus.DemoBooked : LeadStatus.DemoCanceled);
    }

    private static Story Instant((Story Story, int Minute, int StartHour) chain, bool canceled, bool noShow, bool meeting)
    {
        var (story, minute, start) = chain;
        List<string> messages = [.. story.Messages];
        if (meeting)
        {
            messages.Add(Bodies.Meeting("M", Email, minute - 30));
        }

        if (noShow)
        {
            messages.Add(Bodies.NoShow(story.Current, Email, minute, start, minute));
        }

        if (canceled)
        {
            messages.Add(Bodies.Canceled(story.Current, Email, minute, start, minute));
        }

        return story with
        {
            Messages = messages,
            Status = canceled ? LeadStatus.DemoCanceled
                : noShow ? LeadStatus.DemoNoShow
                : meeting ? LeadStatus.DemoComplete
                : LeadStatus.DemoBooked,
        };
    }

    private static Story Relayed(int moves, bool[] inPlace, int[] pauses, bool oldCanceled)
    {
        List<string> messages = [Bodies.Created("R0", Email, 0, 50)];
        var (invitee, booked, minute, start) = ("R0", 0, 0, 50);
        for (var move = 1; move <= moves; move++)
        {
            minute += pauses[move];
            if (inPlace[move])
            {
                messages.Add(Bodies.Rescheduled(invitee, Email, booked, minute, start = 50 + (move * 3)));
                continue;
            }

            // The relay says that the old one was cancelled, not that it was moved.
            if (oldCanceled)
            {
                messages.Add(Bodies.Canceled(invitee, Email, booked, start, minute));
            }

            messages.Add(Bodies.Rescheduled($"R{move}", Email, minute, minute, start = 50 + (move * 3), old: invitee));
            (invitee, booked) = ($"R{move}", minute);
        }

        return new Story(messages, invitee, LeadStatus.DemoBooked);
    }
}
