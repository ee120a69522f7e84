using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>What a booking's own answers give before anything has read them.</summary>
public sealed class BookingAnswersTests
{
    private static readonly Booking Bare = new()
    {
        InviteeId = "A", Email = "ada@quill.example", CreatedAt = Bodies.Base, UpdatedAt = Bodies.Base,
    };

    [Fact]
    public void Number_is_the_bookings_else_the_first_answer_that_is_one()
    {
        var booking = Bare with
        {
            Answers = [new("Phone number", "call me"), new("Telephone", "06 12 34 56 78"), new("Mobile phone", "06 99 99 99 99")],
        };

        Assert.Equal("+46812345678", BookingAnswers.Phone(booking with { Phone = "+46 8 123 456 78" }, ""));
        Assert.Equal("06 12 34 56 78", BookingAnswers.Phone(booking, ""));
        Assert.Equal("+33612345678", BookingAnswers.Phone(booking, "France"));
        Assert.Equal("", BookingAnswers.Phone(Bare, ""));
        Assert.Equal("", BookingAnswers.Phone(null, ""));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Company_is_named_in_one_line_of_at_most_100_characters(int length, bool isName)
    {
        var name = new string('q', length);

        Assert.Equal(isName ? name : "", BookingAnswers.Company(Answered("Company", name)));
        Assert.Equal("", BookingAnswers.Company(Answered("Company", "Quill\nWe print")));
        Assert.Equal("", BookingAnswers.Company(Answered("Favourite colour", name)));
        Assert.Equal("", BookingAnswers.Company(null));
    }

    [Fact]
    public void Description_gives_way_to_the_next_answer_that_is_a_name() => Assert.Equal(
        "Quill", BookingAnswers.Company(Bare with { Answers = [new("Company", "We print.\nA lot."), new("Company name", "Quill")] }));

    [Theory]
    [InlineData("нет")]
    [InlineData("no")]
    [InlineData("Not sure yet")]
    [InlineData("same")]
    [InlineData("x")]
    [InlineData("[object Object]")]
    [InlineData("ไม่มี")]
    public void Answer_that_names_nothing_is_neither_company_nor_role(string answer)
    {
        Assert.Equal("", BookingAnswers.Company(Answered("Company", answer)));
        Assert.Equal("", BookingAnswers.Role(Answered("Your role", answer)));
        Assert.Equal("", BookingAnswers.Whole(Answered("What city are you in?", answer), FormTopic.City));
        Assert.Equal("Quill", BookingAnswers.Company(Bare with { Answers = [new("Company", answer), new("Company name", "Quill")] }));
    }

    [Fact]
    public void No_is_an_answer_where_nothing_is_to_be_named() =>
        Assert.Equal("no", BookingAnswers.Whole(Answered("Do you have a budget?", "no"), FormTopic.Budget));

    [Fact]
    public void Role_is_that_of_the_answers() =>
        Assert.Equal(("Head of Design", ""), (BookingAnswers.Role(Answered("Your role", "Head of Design")), BookingAnswers.Role(Bare)));

    [Fact]
    public void Answer_is_given_whole_where_it_is_asked_for_whole()
    {
        Assert.Equal("Slow.\nErrors.", BookingAnswers.Whole(Answered("What are your pain points?", "Slow.\nErrors."), FormTopic.Pain));
        Assert.Equal("", BookingAnswers.Whole(Bare, FormTopic.Pain));
    }

    private static Booking Answered(string question, string answer) => Bare with { Answers = [new FormAnswer(question, answer)] };
}
