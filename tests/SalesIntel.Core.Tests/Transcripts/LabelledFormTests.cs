using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Transcripts whose lines say what they hold.</summary>
public sealed class LabelledFormTests
{
    private const string Said = "Ann Lee: How do reviews work today?\nBob Ray: We lose twelve hours.\nAnn Lee: Who signs?";
    private const string Timed = "Ann Lee@3: How do reviews work today?\nBob Ray@9: We lose twelve hours.\nAnn Lee@15: Who signs?";

    [Theory]
    [InlineData("Speaker: Ann Lee\nHow do reviews work today?\nSpeaker: Bob Ray\nWe lose twelve hours.\nSpeaker: Ann Lee\nWho signs?", Said)]
    [InlineData("SPEAKER: Ann Lee\n\nHow do reviews work today?\n\nSPEAKER: Bob Ray\n\nWe lose twelve hours.\n\nSPEAKER: Ann Lee\n\nWho signs?", Said)]
    [InlineData("**Speaker:** Ann Lee\nHow do reviews work today?\n\n**Speaker:** Bob Ray\nWe lose twelve hours.\n\n**Speaker:** Ann Lee\nWho signs?", Said)]
    [InlineData("Sprecher: Ann Lee\nHow do reviews work today?\nSprecher: Bob Ray\nWe lose twelve hours.\nSprecher: Ann Lee\nWho signs?", Said)]
    [InlineData("Intervenant : Ann Lee\nHow do reviews work today?\nIntervenant : Bob Ray\nWe lose twelve hours.\nIntervenant : Ann Lee\nWho signs?", Said)]
    [InlineData("Speaker: Ann Lee (00:03)\nHow do reviews work today?\nSpeaker: Bob Ray (00:09)\nWe lose twelve hours.\nSpeaker: Ann Lee (00:15)\nWho signs?", Timed)]
    [InlineData("Speaker: Ann Lee\nTime: 00:00:03\nText: How do reviews work today?\n\nSpeaker: Bob Ray\nTime: 00:00:09\nText: We lose twelve hours.\n\nSpeaker: Ann Lee\nTime: 00:00:15\nText: Who signs?", Timed)]
    [InlineData("Name: Ann Lee\nTimestamp: 0:03\nMessage: How do reviews work today?\n\nName: Bob Ray\nTimestamp: 0:09\nMessage: We lose twelve hours.\n\nName: Ann Lee\nTimestamp: 0:15\nMessage: Who signs?", Timed)]
    [InlineData("- speaker: Ann Lee\n  start: 3\n  text: How do reviews work today?\n- speaker: Bob Ray\n  start: 9\n  text: \"We lose twelve hours.\"\n- speaker: Ann Lee\n  start: 15\n  text: Who signs?", Timed)]
    public void Labels_say_who_speaks_when_and_what(string text, string expected) => Assert.Equal(expected, Turns.Of(text));

    [Fact]
    public void Speakers_may_be_numbered() => Assert.Equal(
        "S1: Hello there. / And more.\nS2: We lose hours.\nS1: Who signs?",
        Turns.Of("SPEAKER: S1\nHello there.\nAnd more.\n\nSPEAKER: S2\nWe lose hours.\n\nSPEAKER: S1\nWho signs?"));

    // Where the words stand beside it, the label is a speaker as any other.
    [Theory]
    [InlineData("Speaker: Hello.\nBob Ray: Hi there.\nSpeaker: Thanks\nBob Ray: Sure.", "Speaker|Bob Ray|Speaker|Bob Ray")]
    [InlineData("User: Hello\nAgent: Hi there.\nUser: Thanks\nAgent: Bye.", "User|Agent|User|Agent")]
    [InlineData("Speaker 1: Hello.\nSpeaker 2: Hi.\nSpeaker 1: So.", "Speaker 1|Speaker 2|Speaker 1")]
    [InlineData("Ann Lee: Name: Bob\nBob Ray: Text: none\nAnn Lee: So.", "Ann Lee|Bob Ray|Ann Lee")]
    public void Other_forms_are_read_as_before(string text, string expected) => Assert.Equal(expected, Turns.Speakers(Transcript.Parse(text, Turns.Start)));
}
