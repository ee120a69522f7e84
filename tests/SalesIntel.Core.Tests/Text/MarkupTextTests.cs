using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("<p>They count days.</p><p>Budget is <b>open</b>.</p>", "They count days.\nBudget is open.")]
    [InlineData("<p>One</p>\r\n  <p>Two</p>\n", "One\nTwo")]
    [InlineData("One<br>Two<br/>Three<BR />Four", "One\nTwo\nThree\nFour")]
    [InlineData("One<br />\nTwo<br><br>Three", "One\nTwo\n\nThree")]
    [InlineData("Next:<ul><li>Send the quote</li><li>Call Ann</li></ul>Then wait.", "Next:\nSend the quote\nCall Ann\nThen wait.")]
    [InlineData("<ol>\n  <li>Send it\n  <li>Call\n</ol>", "Send it\nCall")]
    [InlineData("They are <strong>very</strong> <em>slow</em>", "They are very slow")]
    [InlineData("<div class=\"note\" style='color:red'>A</div><div>B</div>", "A\nB")]
    [InlineData("See <a href=\"https://quill.example/?a=1&amp;b=2\">the page</a>", "See the page")]
    [InlineData("<table><tr><th>Seats</th><td>40</td></tr><tr><td>Town</td><td>Leeds</td></tr></table>", "Seats 40\nTown Leeds")]
    [InlineData("<!DOCTYPE html><html><head><title>x</title></head><body><h1>Demo</h1>Fine</body></html>", "Demo\nFine")]
    [InlineData("<style>p > b { color: red }</style><p>Fine</p><script>if (a < b) { x(\"</p>\") }</script>", "Fine")]
    [InlineData("<p>A<!-- <b>not</b> this -->B<o:p></o:p></p>", "AB")]
    [InlineData("R&amp;D at O&#39;Brien&nbsp;&quot;Print&quot; &euro;5 &#x2013; fine", "R&D at O'Brien \"Print\" €5 – fine")]
    [InlineData("&lt;p&gt;They count days.&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;", "They count days.\nR&D")]
    [InlineData("<p>Write &lt;br&gt; there</p>", "Write <br> there")]
    [InlineData("<p>Cut off in the <b>mid", "Cut off in the mid")]
    public void Markup_becomes_text(string html, string expected) => Assert.Equal(expected, TextCleaner.Rich(html));

    [Theory]
    [InlineData("a < b and c > d")]
    [InlineData("a<b and c>d")]
    [InlineData("We <3 it")]
    [InlineData("Ann Lee <ann@lee.example>")]
    [InlineData("under <name> in <https://quill.example/a>")]
    [InlineData("What does <b> do?")]
    [InlineData("if x<i>y")]
    [InlineData("AT&T, Smith & Sons, Q&A; &c")]
    [InlineData("<-- here --> and there")]
    [InlineData("List<string> of <T>")]
    [InlineData("5 <6> 7 </transcript>")]
    [InlineData("One\n\n  two\nthree")]
    public void What_only_looks_like_it_stays(string text) => Assert.Equal(text, TextCleaner.Rich(text));

    [Fact]
    public void Text_without_signs_is_the_same_object()
    {
        var text = new string('a', 20);

        Assert.Same(text, MarkupText.Plain(text));
    }

    [Theory]
    [InlineData("<a x=\"")]
    [InlineData("<a x='<a x=\"")]
    [InlineData("<!-- ")]
    [InlineData("<p ")]
    [InlineData("<script>")]
    [InlineData("&lt;p&gt;")]
    [InlineData("<a b=c d=e ")]
    public void Time_is_linear_in_the_length(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));

        var taken = ProcessorTime.Of(() => Assert.NotNull(TextCleaner.Rich(text)));

        Assert.InRange(taken.TotalSeconds, 0, 10);
    }
}
