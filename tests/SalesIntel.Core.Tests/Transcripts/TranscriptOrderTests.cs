using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

public sealed class TranscriptOrderTests
{
    [Theory]
    [InlineData("[0:30] Ann: third\n[0:20] Bob: second\n[0:10] Ann: first", "first|second|third")]
    [InlineData("[0:20] Ann: third\nBob: with third\n[0:10] Ann: first\nBob: with first", "first|with first|third|with third")]
    [InlineData("Ann: before\n[0:20] Ann: second\n[0:10] Bob: first", "before|first|second")]
    [InlineData("[0:10] Ann: one\n[0:10] Bob: two\n[0:10] Ann: three", "one|two|three")]
    [InlineData("Ann: two\nBob: one\nAnn: three", "two|one|three")]
    [InlineData("[59:59] Ann: first\n[1:00:00] Bob: second\n[75:00] Ann: third", "first|second|third")]
    public void Turns_are_in_the_order_of_their_times(string text, string words)
    {
        Assert.Equal(words, Words(Transcript.Parse(text, Turns.Start)));
        Assert.Equal(words, Words(Transcript.Parse(text)));
    }

    [Theory]
    [InlineData("[Ann Lee] 14:30:08\nfirst\n[Bob Ray] 14:30:12\nsecond")]
    [InlineData("Ann Lee  2:59 PM\nfirst\nBob Ray  3:01 PM\nsecond")]
    [InlineData("[11/12/26, 2:59:08 PM] Ann Lee: first\n[11/12/26, 2:59:12 PM] Bob Ray: second")]
    [InlineData("12.11.2026, 14:59 - Ann Lee: first\n12.11.2026, 15:01 - Bob Ray: second")]
    [InlineData("14:30:08 From Ann Lee to Everyone: first\n14:30:12 From Bob Ray to Ann Lee (Direct Message): second")]
    [InlineData("[11:59 p.m.] Ann Lee: first\n[12:01 a.m.] Bob Ray: second")]
    public void Times_of_the_day_are_no_moments(string text)
    {
        var transcript = Transcript.Parse(text, Turns.Start);

        Assert.Equal("Ann Lee: first\nBob Ray: second", Turns.Of(transcript));
        Assert.Equal("The transcript shows times of the day without a date that is certain; its turns are read without times.", Assert.Single(transcript.Issues));
    }

    [Theory]
    [InlineData("[00:01:15] Ann: first\n[00:01:20] Bob: second")]
    [InlineData("[{\"speaker\":\"Ann\",\"start\":75.5,\"text\":\"first\"},{\"speaker\":\"Bob\",\"start\":1e300,\"text\":\"second\"}]")]
    public void Time_beyond_what_a_date_can_say_is_an_issue(string text)
    {
        var transcript = Transcript.Parse(text, DateTimeOffset.MaxValue);

        Assert.Equal("Ann: first\nBob: second", Turns.Of(transcript));
        Assert.Equal("Times of turns that were not recognised: 2.", Assert.Single(transcript.Issues));
    }

    [Fact]
    public void Start_in_another_zone_gives_times_in_UTC() =>
        Assert.Equal(TimeSpan.Zero, Transcript.Parse("[0:10] Ann: hi", Turns.Start.ToOffset(TimeSpan.FromHours(2))).Turns[0].At?.Offset);

    private static string Words(Transcript transcript) => string.Join('|', transcript.Turns.Select(turn => turn.Text));
}
