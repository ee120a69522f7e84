using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>How much of a booking is kept: up to each limit as it came, beyond it no more than the limit.</summary>
public sealed class BookingLimitsTests
{
    private const int Line = TextCleaner.LongestLine;

    private static readonly Booking Bare = new()
    {
        InviteeId = "A", Email = "ada@quill.example", CreatedAt = Bodies.Base, UpdatedAt = Bodies.Base,
    };

    [Theory]
    [InlineData(Line, Line)]
    [InlineData(Line + 1, Line)]
    public void Each_text_has_the_length_of_a_line(int length, int expected)
    {
        var text = new string('x', length);
        var cut = BookingLimits.Cut(Bare with
        {
            InviteeUri = text, EventUri = text, EventTypeUri = text, EventName = text, Name = text, FirstName = text, LastName = text,
            TimeZone = text, Location = text, Phone = text, BookedThrough = text,
        });

        Assert.All(
            [
                cut.InviteeUri, cut.EventUri, cut.EventTypeUri, cut.EventName, cut.Name, cut.FirstName, cut.LastName, cut.TimeZone, cut.Location,
                cut.Phone, cut.BookedThrough,
            ],
            kept => Assert.Equal(expected, kept.Length));
    }

    [Fact]
    public void Lists_within_their_limits_are_the_same_ones()
    {
        string[] people = [.. Enumerable.Repeat(new string('p', Line), BookingLimits.MostItems)];
        var tracking = Enumerable.Range(0, BookingLimits.MostItems).ToDictionary(number => $"utm_{number}", _ => new string('t', Line));
        var booking = Bare with { Hosts = people, HostEmails = people, Guests = people, Tracking = tracking };

        var cut = BookingLimits.Cut(booking);

        Assert.All([cut.Hosts, cut.HostEmails, cut.Guests], list => Assert.Same(people, list));
        Assert.Same(tracking, cut.Tracking);
    }

    [Fact]
    public void Of_longer_lists_the_first_entries_are_kept()
    {
        string[] people = [.. Enumerable.Range(0, BookingLimits.MostItems + 1).Select(number => $"person{number}")];
        var cut = BookingLimits.Cut(Bare with { Hosts = people, HostEmails = people, Guests = people });

        Assert.All([cut.Hosts, cut.HostEmails, cut.Guests], list => Assert.Equal(people[..BookingLimits.MostItems], list));
    }

    [Fact]
    public void Long_entry_of_a_short_list_is_cut()
    {
        var cut = BookingLimits.Cut(Bare with
        {
            Guests = ["ben@quill.example", new string('p', Line + 1)],
            Tracking = new Dictionary<string, string> { ["utm_source"] = "ad", ["utm_term"] = new('t', Line + 1) },
        });

        Assert.Equal(["ben@quill.example", new string('p', Line)], cut.Guests);
        Assert.Equal([("utm_source", 2), ("utm_term", Line)], cut.Tracking.Select(pair => (pair.Key, pair.Value.Length)).Order());
    }

    [Fact]
    public void Of_too_much_tracking_the_first_names_are_kept_whatever_their_order()
    {
        var names = Enumerable.Range(0, BookingLimits.MostItems + 1).Select(number => $"utm_{number:000}").ToList();
        var tracking = Enumerable.Reverse(names).ToDictionary(name => name, _ => "x");

        Assert.Equal(names.Take(BookingLimits.MostItems), BookingLimits.Cut(Bare with { Tracking = tracking }).Tracking.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Form_within_its_limits_is_the_same_one()
    {
        FormAnswer[] many = [.. Enumerable.Repeat(new FormAnswer("q", "a"), BookingLimits.MostItems)];
        FormAnswer[] longest =
        [
            .. Enumerable.Repeat(new FormAnswer(new string('q', Line), new string('a', BookingLimits.LongestAnswer - Line)), 5),
        ];
        FormAnswer[] answer = [new(new string('q', Line), new string('a', BookingLimits.LongestAnswer))];

        Assert.Equal(BookingLimits.LongestForm, longest.Sum(one => one.Question.Length + one.Answer.Length));
        Assert.All([many, longest, answer], form => Assert.Same(form, BookingLimits.Cut(Bare with { Answers = form }).Answers));
    }

    [Fact]
    public void Of_a_form_with_too_many_answers_the_first_are_kept()
    {
        FormAnswer[] form = [.. Enumerable.Range(0, BookingLimits.MostItems + 1).Select(number => new FormAnswer($"q{number}", "a"))];

        Assert.Equal(form[..BookingLimits.MostItems], BookingLimits.Cut(Bare with { Answers = form }).Answers);
    }

    [Fact]
    public void Long_question_and_long_answer_are_cut()
    {
        Assert.Equal([new FormAnswer(new string('q', Line), "a")], Kept(new FormAnswer(new string('q', Line + 1), "a")));
        Assert.Equal([new("q", "a"), new FormAnswer(new string('q', Line), "a")], Kept(new("q", "a"), new FormAnswer(new string('q', Line + 1), "a")));
        Assert.Equal(
            [new FormAnswer("q", new string('a', BookingLimits.LongestAnswer))], Kept(new FormAnswer("q", new string('a', BookingLimits.LongestAnswer + 1))));
    }

    [Fact]
    public void Form_that_is_too_long_by_one_loses_one_and_what_finds_no_room_is_left_out()
    {
        var block = new FormAnswer(new string('q', Line), new string('a', BookingLimits.LongestAnswer - Line));

        var kept = Kept(block, block, block, block, block with { Answer = block.Answer + "a" }, new FormAnswer("q", "a"));

        Assert.Equal([block, block, block, block, block], kept);
    }

    private static IReadOnlyList<FormAnswer> Kept(params FormAnswer[] answers) => BookingLimits.Cut(Bare with { Answers = answers }).Answers;
}
