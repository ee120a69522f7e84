using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Transcripts that lost their line breaks on the way.</summary>
public sealed class LineBreakTests
{
    private const string Expected = "Ann Lee: How do reviews work?\nBob Ray: We lose hours: too many.\nAnn Lee: Who signs?\nBob Ray: Our CFO.";

    [Theory]
    [InlineData("Ann Lee: How do reviews work?\\nBob Ray: We lose hours: too many.\\nAnn Lee: Who signs?\\nBob Ray: Our CFO.")]
    [InlineData("[Ann Lee]: How do reviews work?\\r\\n[Bob Ray]: We lose hours: too many.\\r\\n[Ann Lee]: Who signs?\\r\\n[Bob Ray]: Our CFO.")]
    [InlineData("Ann Lee: How do reviews work?<br>Bob Ray: We lose hours: too many.<br/>Ann Lee: Who signs?<BR />Bob Ray: Our CFO.")]
    [InlineData("<p>Ann Lee: How do reviews work?</p><p>Bob Ray: We lose hours: too many.</p><p>Ann Lee: Who signs?</p><p>Bob Ray: Our CFO.</p>")]
    [InlineData("Ann Lee: How do reviews work? Bob Ray: We lose hours: too many. Ann Lee: Who signs? Bob Ray: Our CFO.")]
    [InlineData("[Ann Lee]: How do reviews work? [Bob Ray]: We lose hours: too many. [Ann Lee]: Who signs? [Bob Ray]: Our CFO.")]
    [InlineData("**Ann Lee:** How do reviews work?  **Bob Ray:** We lose hours: too many.  **Ann Lee:** Who signs?  **Bob Ray:** Our CFO.")]
    public void Turns_are_recognized(string text) => Assert.Equal(Expected, Turns.Of(text));

    [Fact]
    public void Times_are_recognized() => Assert.Equal(
        "Ann Lee@1: Hi.\nBob Ray@4: Yes.\nAnn Lee@9: Bye.",
        Turns.Of("[00:01] Ann Lee: Hi. [00:04] Bob Ray: Yes. [00:09] Ann Lee: Bye."));

    [Fact]
    public void Captions_are_recognized() => Assert.Equal(
        "Ann Lee@1: Hi.\nBob Ray@4: Yes.",
        Turns.Of("WEBVTT\\n\\n00:01.000 --> 00:02.000\\n<v Ann Lee>Hi.</v>\\n\\n00:04.000 --> 00:05.000\\n<v Bob Ray>Yes.</v>"));

    [Fact]
    public void Attendees_are_recognized_although_they_speak_once() => Assert.Equal(
        "Ann Lee: Hi. We begin.\nBob Ray: Yes.",
        Turns.Of("Ann Lee: Hi. We begin. Bob Ray: Yes.", "Ann Lee", "Bob Ray"));

    [Theory]
    [InlineData("It stands in C:\\new\\notes. Note: keep it. Note: really.")]
    [InlineData("We spoke. Budget: ten. We spoke again. Timeline: May.")]
    [InlineData("Only a paragraph: with a colon.", "<p>Only a paragraph: with a colon.</p>")]
    public void Sentences_are_no_turns(string text, string? received = null) =>
        Assert.Equal(text, Assert.Single(Transcript.Parse(received ?? text).Turns).Text);
}
