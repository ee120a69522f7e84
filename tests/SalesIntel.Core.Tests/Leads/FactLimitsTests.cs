using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Snapshots;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>How much of a lead counts is bounded, and does not depend on the order in which it became known.</summary>
public sealed class FactLimitsTests
{
    private const string Email = "ada@quill.example";

    [Fact]
    public void Newest_bookings_count()
    {
        LeadFact[] facts = [.. Enumerable.Range(0, 60).Select(Booked)];

        var lead = LeadProjection.Project(Email, facts);

        Assert.Equal("A59", lead.Booking?.InviteeId);
        // The only number is in the first booking, which does not count any more.
        Assert.Equal("", lead.Booking?.Phone);
        Assert.Equal("0701", LeadProjection.Project(Email, facts.Take(FactLimits.MostDocuments)).Booking?.Phone);
    }

    [Fact]
    public void Newest_documents_give_values()
    {
        LeadFact[] facts = [.. Enumerable.Range(0, 60).Select(number => Read(number, number is 0 or 30 ? $"field_{number}" : "other"))];

        var values = LeadProjection.Project(Email, facts).Values;

        Assert.Equal(["field_30", "other"], values.Select(value => value.Key));
        Assert.Equal("value 59", values["other"].Text);
    }

    [Fact]
    public void Newest_meetings_count()
    {
        LeadFact[] facts = [.. Enumerable.Range(0, 60).Select(number => Held(number, number == 0 ? "Ada Quill" : ""))];

        Assert.Equal("", LeadProjection.Project(Email, facts).LastName);
        Assert.Equal("Quill", LeadProjection.Project(Email, facts.Take(FactLimits.MostDocuments)).LastName);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_makes_no_difference(int seed)
    {
        LeadFact[] facts =
        [
            .. Enumerable.Range(0, 60).Select(Booked),
            .. Enumerable.Range(0, 60).Select(number => Read(number, $"field_{number % 7}")),
            .. Enumerable.Range(0, 60).Select(number => Held(number, $"Ada Quill {number}")),
        ];
        var expected = SnapshotJson.Of(LeadProjection.Project(Email, facts));
        new Random(seed).Shuffle(facts);

        Assert.Equal(expected, SnapshotJson.Of(LeadProjection.Project(Email, facts)));
    }

    [Fact]
    public void What_is_too_long_is_cut()
    {
        var booking = Booking("A") with
        {
            Name = new string('n', 5_000),
            Answers = [.. Enumerable.Range(0, 300).Select(number => new FormAnswer($"{number} " + new string('q', 3_000), new string('a', 30_000)))],
            Guests = [.. Enumerable.Range(0, 1_000).Select(number => $"guest{number}@quill.example")],
        };

        var cut = ((BookingSeen)FactLimits.Cut(new BookingSeen { At = booking.CreatedAt, Booking = booking })).Booking;

        Assert.Equal(1_000, cut.Name.Length);
        Assert.Equal(BookingLimits.MostItems, cut.Guests.Count);
        Assert.Equal(BookingLimits.LongestAnswer, cut.Answers[0].Answer.Length);
        Assert.Equal(BookingLimits.LongestForm, cut.Answers.Sum(answer => answer.Question.Length + answer.Answer.Length));
        Assert.Equal(("A", Email), (cut.InviteeId, cut.Email));
    }

    [Fact]
    public void What_is_short_stays_as_it_is()
    {
        var booking = Booking("A") with { Answers = [new FormAnswer("Pain", "Slow")], Guests = ["ben@quill.example"] };

        Assert.Equal(booking, BookingLimits.Cut(booking));
    }

    [Fact]
    public void Long_values_are_cut()
    {
        var read = (ValuesRead)FactLimits.Cut(Read(1, "pain", new string('v', 50_000)));

        Assert.Equal(FactLimits.LongestValue, read.Values["pain"].Text.Length);
    }

    private static Booking Booking(string id) => new() { InviteeId = id, Email = Email, CreatedAt = Bodies.Base, UpdatedAt = Bodies.Base };

    private static DateTimeOffset At(int number) => Bodies.Base.AddHours(number);

    private static LeadFact Booked(int number) => new BookingSeen
    {
        EventId = $"b{number}",
        At = At(number),
        Moves = true,
        Booking = Booking($"A{number:00}") with { CreatedAt = At(number), UpdatedAt = At(number), Phone = number == 0 ? "0701" : "" },
    };

    private static LeadFact Held(int number, string name) => new MeetingHeld
    {
        EventId = $"m{number}", At = At(number), SessionId = $"M{number}", AcceptedAt = At(number), AttendeeName = name,
    };

    private static ValuesRead Read(int number, string field, string? text = null) => new()
    {
        EventId = $"v{number}",
        At = At(number),
        Document = $"booking:A{number:00}",
        DocumentKind = DocumentKind.Form,
        Revision = At(number),
        Values = LeadValues.Of([KeyValuePair.Create(field, FieldValue.Of(text ?? $"value {number}"))]),
        ReadBy = ExtractionMethod.Model,
    };
}
