using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Transcripts as spreadsheets and exports write them: a row of names, and a row for each turn.</summary>
public sealed class TableFormTests
{
    private const string Said = "Ann Lee@0: Thanks, how do reviews work today?\nBob Ray@75: We lose \"twelve\" hours, / every week.\nAnn Lee@3600: Who signs?";

    [Theory]
    [InlineData("Speaker,Start,Text\nAnn Lee,0:00,\"Thanks, how do reviews work today?\"\nBob Ray,1:15,\"We lose \"\"twelve\"\" hours,\nevery week.\"\nAnn Lee,1:00:00,Who signs?")]
    [InlineData("\uFEFF\"start_time\",\"end_time\",\"speaker_name\",\"transcript\"\r\n\"0\",\"9\",\"Ann Lee\",\"Thanks, how do reviews work today?\"\r\n\"75\",\"90\",\"Bob Ray\",\"We lose \"\"twelve\"\" hours,\r\nevery week.\"\r\n\"3600\",\"3601\",\"Ann Lee\",\"Who signs?\"\r\n")]
    [InlineData("Index;Name;Text;Start (ms)\n1;Ann Lee;Thanks, how do reviews work today?;0\n2;Bob Ray;\"We lose \"\"twelve\"\" hours,\nevery week.\";75000\n3;Ann Lee;Who signs?;3600000")]
    [InlineData("Sprecher;Zeit;Inhalt\nAnn Lee;00:00:00;Thanks, how do reviews work today?\nBob Ray;00:01:15;\"We lose \"\"twelve\"\" hours,\nevery week.\"\nAnn Lee;01:00:00;Who signs?")]
    [InlineData("Timestamp\tSpeaker\tUtterance\n00:00\tAnn Lee\tThanks, how do reviews work today?\n01:15\tBob Ray\t\"We lose \"\"twelve\"\" hours,\nevery week.\"\n60:00\tAnn Lee\tWho signs?")]
    [InlineData("sep=;\nSPEAKER;START TIME (s);MESSAGE\nAnn Lee;0,0;Thanks, how do reviews work today?\n\nBob Ray;75,0;\"We lose \"\"twelve\"\" hours,\nevery week.\"\nAnn Lee;3600,0;Who signs?\n")]
    [InlineData("Speaker , Start , Text\n\"Ann Lee\" , 0:00 , \"Thanks, how do reviews work today?\"\n\"Bob Ray\" , 1:15 , \"We lose \"\"twelve\"\" hours,\nevery week.\"\n\"Ann Lee\" , 1:00:00 , \"Who signs?\"")]
    [InlineData("Speaker,Start,Text\nAnn Lee,0:00,Thanks, how do reviews work today?\nBob Ray,1:15,We lose \"twelve\" hours,\nevery week.\nAnn Lee,1:00:00,Who signs?")]
    [InlineData("Speaker,Text,Start\nAnn Lee,Thanks, how do reviews work today?,0:00\nBob Ray,\"We lose \"\"twelve\"\" hours,\nevery week.\",1:15\nAnn Lee,Who signs?,1:00:00")]
    [InlineData("Start,Speaker,Text\n2026-11-18T10:00:00Z,Ann Lee,\"Thanks, how do reviews work today?\"\n2026-11-18T10:01:15Z,Bob Ray,\"We lose \"\"twelve\"\" hours,\nevery week.\"\n2026-11-18T11:00:00Z,Ann Lee,Who signs?")]
    [InlineData("Tempo;Orador;Transcrição\n0:00;Ann Lee;Thanks, how do reviews work today?\n1:15;Bob Ray;\"We lose \"\"twelve\"\" hours,\nevery week.\"\n1:00:00;Ann Lee;Who signs?")]
    [InlineData("Horodatage;Intervenant;Texte\n0:00;Ann Lee;Thanks, how do reviews work today?\n1:15;Bob Ray;\"We lose \"\"twelve\"\" hours,\nevery week.\"\n1:00:00;Ann Lee;Who signs?")]
    [InlineData("Ora;Parlante;Testo\n0:00;Ann Lee;Thanks, how do reviews work today?\n1:15;Bob Ray;\"We lose \"\"twelve\"\" hours,\nevery week.\"\n1:00:00;Ann Lee;Who signs?")]
    public void Rows_are_turns(string text)
    {
        var transcript = Transcript.Parse(text, Turns.Start);

        Assert.Equal(Said, Turns.Of(transcript));
        Assert.Empty(transcript.Issues);
    }

    [Theory]
    [InlineData("speaker,text\nAnn Lee,Hello\nBob Ray,Hi", "Ann Lee: Hello\nBob Ray: Hi")]
    [InlineData("start,text\n0:05,Ann Lee: Hello there.\n0:10,Bob Ray: Hi Ann.\n0:15,Ann Lee: So.", "Ann Lee@5: Hello there.\nBob Ray@10: Hi Ann.\nAnn Lee@15: So.")]
    [InlineData("speaker,text,start\nAnn Lee (Quill),Hello,later\n,Hi,0:10", "Ann Lee: Hello\n@10: Hi")]
    public void Columns_may_be_missing(string text, string expected) => Assert.Equal(expected, Turns.Of(text));

    [Theory]
    [InlineData("| Time | Speaker | Text |\n|------|:-------:|------|\n| 0:05 | Ann Lee | Hello there. |\n| 0:10 | Bob Ray | Hi, \"Ann\". |")]
    [InlineData("Time | Speaker | Text\n--- | --- | ---\n0:05 | Ann Lee | Hello there.\n0:10 | Bob Ray | Hi, \"Ann\".")]
    [InlineData("| Time | Speaker | Text |\n| :--- | --- | ---: |\n| 0:05 | **Ann Lee** | Hello there. |\n| 0:10 | Bob Ray | Hi, \"Ann\". |\n")]
    public void Markdown_is_a_table(string text) => Assert.Equal("Ann Lee@5: Hello there.\nBob Ray@10: Hi, \"Ann\".", Turns.Of(text));

    [Theory]
    [InlineData("Ann Lee,0:00,\"Thanks, how do reviews work today?\"\nBob Ray,1:15,\"We lose \"\"twelve\"\" hours,\nevery week.\"\nAnn Lee,1:00:00,Who signs?")]
    [InlineData("00:00:00,Ann Lee,\"Thanks, how do reviews work today?\"\n00:01:15,Bob Ray,\"We lose \"\"twelve\"\" hours,\nevery week.\"\n01:00:00,Ann Lee,Who signs?")]
    [InlineData("1;00:00:00;00:00:09;Ann Lee;Thanks, how do reviews work today?\n2;00:01:15;00:01:20;Bob Ray;\"We lose \"\"twelve\"\" hours,\nevery week.\"\n3;01:00:00;01:00:02;Ann Lee;Who signs?")]
    [InlineData("0.0,9.5,Ann Lee,\"Thanks, how do reviews work today?\"\n75.0,80.1,Bob Ray,\"We lose \"\"twelve\"\" hours,\nevery week.\"\n3600.0,3601.0,Ann Lee,Who signs?")]
    [InlineData("0:00,Ann Lee,Thanks, how do reviews work today?\n1:15,Bob Ray,\"We lose \"\"twelve\"\" hours,\nevery week.\"\n1:00:00,Ann Lee,Who signs?")]
    public void Rows_without_names_above_them_are_told_by_what_stands_in_them(string text)
    {
        var transcript = Transcript.Parse(text, Turns.Start);

        Assert.Equal(Said, Turns.Of(transcript));
        Assert.Empty(transcript.Issues);
    }

    [Theory]
    [InlineData("Ann Lee,\"Thanks, all.\"\nBob Ray,\"We lose hours, really.\"\nAnn Lee,\"Who signs?\"\nBob Ray,\"Our CFO.\"", "Ann Lee|Bob Ray|Ann Lee|Bob Ray")]
    [InlineData("We talked about prices, terms and rates.\nThen, later, about the team.\nFinally, about dates.", "")]
    [InlineData("Right, so we lose hours.\nSure, we do.\nRight, and who signs?\nSure, I see.", "")]
    [InlineData("Ann,Bob,Cy\nDee,Eve,Flo\nGus,Hal,Ida", "")]
    [InlineData("Red; green; blue\nRed; white; blue\nRed; green; grey", "")]
    public void Prose_and_lists_with_commas_are_no_tables(string text, string speakers) =>
        Assert.Equal(speakers, Turns.Speakers(Transcript.Parse(text, Turns.Start)).Trim('|'));

    [Fact]
    public void What_was_not_read_is_an_issue() => Assert.Equal(
        [
            "Entries of the transcript in which no words were recognised: 1. They are left out.",
            "Times of turns that were not recognised: 1.",
        ],
        Transcript.Parse("speaker,text,start\nAnn Lee,Hello,later\nBob Ray,,0:10\nBob Ray,Hi,0:20", Turns.Start).Issues);

    [Theory]
    [InlineData("Name, text\nWe said that it costs too much.\nNobody knew why.\nThen we went home.")]
    [InlineData("Thanks, everyone\nAnn Lee: Hello, all.\nBob Ray: Hi.")]
    [InlineData("Speaker: Text, start\nAnn Lee: Hello, all.\nBob Ray: Hi.")]
    [InlineData("speaker,text")]
    [InlineData("apples,pears\n1,2\n3,4")]
    public void What_has_no_rows_is_no_table(string text) =>
        Assert.Equal(text, string.Join('\n', Transcript.Parse(text).Turns.Select(turn => turn.Speaker.Length > 0 ? $"{turn.Speaker}: {turn.Text}" : turn.Text)));

    [Fact]
    public void Table_within_a_report_is_read_too()
    {
        using var document = System.Text.Json.JsonDocument.Parse("""{"transcript":{"text":"Speaker,Text\nAnn Lee,Hello\nBob Ray,Hi"}}""");

        Assert.Equal("Ann Lee|Bob Ray", Turns.Speakers(Transcript.Read(document.RootElement, null, [])));
    }

    [Fact]
    public void More_rows_than_turns_are_kept_are_left_out()
    {
        var text = "speaker,text\n" + string.Concat(Enumerable.Repeat("Ann Lee,Hi\n", 100_001));

        var transcript = Transcript.Parse(text);

        Assert.Equal(100_000, transcript.Turns.Count);
        Assert.Contains(transcript.Issues, issue => issue.Contains("1 is left out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"x,")]
    [InlineData("\"\"\"")]
    [InlineData("\"a\"b,")]
    [InlineData(",")]
    [InlineData("\n\"")]
    public void Damaged_quotes_cost_no_more_than_their_length(string part)
    {
        var text = "speaker,text\nAnn Lee,Hi\n" + string.Concat(Enumerable.Repeat(part, 100_000));

        var taken = ProcessorTime.Of(() => Assert.NotNull(Transcript.Parse(text)));

        Assert.InRange(taken.TotalSeconds, 0, 20);
    }
}
