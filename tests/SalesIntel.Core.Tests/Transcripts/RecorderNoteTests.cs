using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>What a recorder writes below the last words is nobody's.</summary>
public sealed class RecorderNoteTests
{
    [Theory]
    [InlineData("Meeting ended after 00:31:12")]
    [InlineData("Meeting ended after 00:31:12 👋")]
    [InlineData("\nMeeting ended after 1:31:12.")]
    [InlineData("**Meeting ended after 00:31:12**")]
    [InlineData("Transcription ended after 00:31:12")]
    [InlineData("Recording stopped after 00:31:12\n")]
    [InlineData("Besprechung beendet nach 00:31:12")]
    [InlineData("La réunion s’est terminée après 00:31:12")]
    [InlineData("Transcription ended after 00:31:12\n\nThis editable transcript was computer generated and might contain errors. People can also change the text after it was created.")]
    public void Closing_line_is_no_part_of_the_last_turn(string closing)
    {
        foreach (var (form, said) in new[]
        {
            ("Dana Rep: Who signs?\nBob Ray: Our CFO.\nDana Rep: Bye.\nBob Ray: Bye.", "Dana Rep: Who signs?\nBob Ray: Our CFO.\nDana Rep: Bye.\nBob Ray: Bye."),
            ("00:00:01\n\nDana Rep: Who signs?\nBob Ray: Our CFO.\n\n00:00:09\n\nDana Rep: Bye.\nBob Ray: Bye.",
                "Dana Rep@1: Who signs?\nBob Ray: Our CFO.\nDana Rep@9: Bye.\nBob Ray: Bye."),
        })
        {
            var transcript = Transcript.Parse($"{form}\n{closing}", Turns.Start);

            Assert.Equal(said, Turns.Of(transcript));
            Assert.Empty(transcript.Issues);
        }
    }

    [Theory]
    [InlineData("Our meeting ended after 30 minutes")]
    [InlineData("The meeting ended after 00:31:12 and nobody knew why")]
    [InlineData("Meeting ended after lunch")]
    public void Line_that_only_sounds_like_it_was_said(string line) => Assert.Equal(
        $"Dana Rep: And then?\nBob Ray: Well. / {line}", Turns.Of($"Dana Rep: And then?\nBob Ray: Well.\n{line}", "Dana Rep", "Bob Ray"));

    [Fact]
    public void Somebody_who_says_nothing_else_has_said_it() => Assert.Equal(
        "Bob Ray: Meeting ended after 00:31:12", Turns.Of("""[{"speaker":"Bob Ray","text":"Meeting ended after 00:31:12"}]"""));
}
