using System.Text;
using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Transcripts that are tables in JSON or in HTML, or packed as a whole.</summary>
public sealed class PackedTranscriptTests
{
    private const string Expected = "Ann Lee@3: Hello there, how are you?\nBob Ray@6: We lose twelve hours a week.\nAnn Lee@22: Who signs for this?";

    private const string Captions = "WEBVTT\n\n00:00:03.000 --> 00:00:05.000\n<v Ann Lee>Hello there, how are you?</v>\n\n00:00:06.000 --> 00:00:08.000\n"
        + "<v Bob Ray>We lose twelve hours a week.</v>\n\n00:00:22.000 --> 00:00:24.000\n<v Ann Lee>Who signs for this?</v>\n";

    [Theory]
    [InlineData("""[["0:03","Ann Lee","Hello there, how are you?"],["0:06","Bob Ray","We lose twelve hours a week."],["0:22","Ann Lee","Who signs for this?"]]""")]
    [InlineData("""[["Ann Lee","0:03","Hello there, how are you?"],["Bob Ray","0:06","We lose twelve hours a week."],["Ann Lee","0:22","Who signs for this?"]]""")]
    [InlineData("""[["Ann Lee","Hello there, how are you?",3],["Bob Ray","We lose twelve hours a week.",6],["Ann Lee","Who signs for this?",22]]""")]
    [InlineData("""[["Time","Speaker","Text"],["0:03","Ann Lee","Hello there, how are you?"],["0:06","Bob Ray","We lose twelve hours a week."],["0:22","Ann Lee","Who signs for this?"]]""")]
    [InlineData("""{"columns":["start","speaker","text"],"rows":[[3,"Ann Lee","Hello there, how are you?"],[6,"Bob Ray","We lose twelve hours a week."],[22,"Ann Lee","Who signs for this?"]]}""")]
    [InlineData("""{"range":"A1:C4","values":[["Time","Speaker","Text"],["0:03","Ann Lee","Hello there, how are you?"],["0:06","Bob Ray","We lose twelve hours a week."],["0:22","Ann Lee","Who signs for this?"]]}""")]
    [InlineData("""{"transcript":[[1,"0:03","Ann Lee","Hello there, how are you?"],[2,"0:06","Bob Ray","We lose twelve hours a week."],[3,"0:22","Ann Lee","Who signs for this?"]]}""")]
    [InlineData("""{"time":["0:03","0:06","0:22"],"speaker":["Ann Lee","Bob Ray","Ann Lee"],"text":["Hello there, how are you?","We lose twelve hours a week.","Who signs for this?"]}""")]
    [InlineData("""{"transcript":{"start":[3,6,22],"speaker_name":["Ann Lee","Bob Ray","Ann Lee"],"words":["Hello there, how are you?","We lose twelve hours a week.","Who signs for this?"]}}""")]
    public void Table_in_JSON_is_read_by_rows(string json) => Assert.Equal(Expected, Turns.Of(json));

    [Theory]
    [InlineData("<table>", "<tr><td>TIME</td><td>NAME</td><td>WORDS</td></tr>", "</table>")]
    [InlineData("<table>", "<tr><td>NAME</td><td>TIME</td><td>WORDS</td></tr>\n", "</table>")]
    [InlineData("<table><thead><tr><th>Time</th><th>Speaker</th><th>Text</th></tr></thead><tbody>", "<tr><td>TIME</td><td>NAME</td><td>WORDS</td></tr>", "</tbody></table>")]
    [InlineData("<table>", "<tr><td>NAME (TIME)</td><td>WORDS</td></tr>", "</table>")]
    [InlineData("<table>", "<tr>\n <td width=\"80\"><p>TIME</p></td>\n <td><p><b>NAME</b></p></td>\n <td><p>WORDS</p></td>\n</tr>", "</table>")]
    [InlineData("<dl>", "<dt>NAME TIME</dt><dd>WORDS</dd>", "</dl>")]
    [InlineData("", "<p><strong>NAME</strong> (TIME):&nbsp;WORDS</p>\n", "")]
    [InlineData("", "<div><div>NAME</div><div>TIME</div><div>WORDS</div></div>", "")]
    public void Table_in_HTML_is_read_by_rows(string begin, string row, string end)
    {
        string Row(string time, string name, string words) => row.Replace("TIME", time, StringComparison.Ordinal)
            .Replace("NAME", name, StringComparison.Ordinal).Replace("WORDS", words, StringComparison.Ordinal);
        var html = begin + Row("0:03", "Ann Lee", "Hello there, how are you?") + Row("0:06", "Bob Ray", "We lose twelve hours a week.")
            + Row("0:22", "Ann Lee", "Who signs for this?") + end;

        Assert.Equal(Expected, Turns.Of(html));
        Assert.Equal(Expected, Turns.Of(System.Net.WebUtility.HtmlEncode(html)));
    }

    [Theory]
    [InlineData("<tr><td><b>NAME</b></td><td>WORDS</td></tr>")]
    [InlineData("<tr><td>NAME:</td><td>WORDS</td></tr>")]
    public void No_tag_is_a_speaker(string row)
    {
        string[] names = ["Ann Lee", "Bob Ray", "Ann Lee", "Bob Ray"];
        var html = string.Concat(names.Select((name, at) => row.Replace("NAME", name, StringComparison.Ordinal)
            .Replace("WORDS", $"We said {at} things about it.", StringComparison.Ordinal)));

        Assert.Equal("Ann Lee|Bob Ray|Ann Lee|Bob Ray", Turns.Speakers(Transcript.Parse($"<div>{html}</div>")));
    }

    [Fact]
    public void Captions_whose_tags_became_entities_are_captions() => Assert.Equal(Expected, Turns.Of(System.Net.WebUtility.HtmlEncode(Captions)));

    [Theory]
    [InlineData("", "")]
    [InlineData("data:text/vtt;base64,", "")]
    [InlineData("", "\uFEFF")]
    public void Base64_of_captions_is_what_is_packed_in_it(string prefix, string mark)
    {
        var packed = Convert.ToBase64String(Encoding.UTF8.GetBytes(mark + Captions));
        var broken = string.Join('\n', packed.Chunk(76).Select(line => new string(line)));

        Assert.Equal(Expected, Turns.Of(prefix + packed));
        Assert.Equal(Expected, Turns.Of(prefix + broken));
        Assert.Equal(Expected, Turns.Of($$"""{"encoding":"base64","content":"{{prefix + packed}}"}"""));
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitaen")]
    public void What_only_looks_like_base64_stays(string text) => Assert.Equal(": " + text, Turns.Of(text));
}
