using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Why nothing in a meeting can be taken for the customer's words.</summary>
public sealed class CustomerWordsTests
{
    [Fact]
    public void Customer_who_speaks_is_enough() =>
        Assert.Null(CustomerWords.Missing(Spoken.Meeting("Rep: Hello.", "Somebody New: Hello.", "Ann: Hello."), Spoken.Team));

    [Fact]
    public void Nobody_speaks() => Assert.Null(CustomerWords.Missing(Spoken.Meeting(), Spoken.Team));

    [Fact]
    public void Only_the_sellers_speak() =>
        Assert.Equal(UnreadReason.OnlyOurPeople, CustomerWords.Missing(Spoken.Meeting("Rep: Hello.", "Rep: Bye."), Spoken.Team));

    [Fact]
    public void Speakers_of_whom_nothing_is_known_may_be_anybody() => Assert.Equal(
        UnreadReason.CustomerUnknown,
        CustomerWords.Missing(Spoken.Meeting("Somebody New: Hello.", "Another One: Bye.") with { Attendees = [] }, Spoken.Team));

    [Fact]
    public void Speaker_without_a_name_beside_the_sellers_may_be_anybody()
    {
        var meeting = Spoken.Meeting("Rep: Hello.", "Rep: Bye.");

        Assert.Equal(
            UnreadReason.CustomerUnknown,
            CustomerWords.Missing(meeting with { Transcript = [meeting.Transcript[0], meeting.Transcript[1] with { Speaker = "" }] }, Spoken.Team));
    }

    [Theory]
    [InlineData(UnreadReason.CustomerUnknown, "speakers: nobody who speaks is known to be the customer's")]
    [InlineData(UnreadReason.OnlyOurPeople, "speakers: all are your own people")]
    [InlineData(UnreadReason.NothingSold, "meeting: the rules do not take it for one in which something is sold")]
    public void Reason_says_what_to_do(UnreadReason reason, string begins)
    {
        Assert.StartsWith(begins, CustomerWords.IssueOf(reason), StringComparison.Ordinal);
        Assert.EndsWith("then extract again (events replay ID --reextract)", CustomerWords.IssueOf(reason), StringComparison.Ordinal);
    }
}
