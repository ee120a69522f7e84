namespace SalesIntel.Extraction;

/// <summary>Phrases and forms of words that are looked up in a text.</summary>
public sealed class PhraseTests
{
    [Theory]
    [InlineData("sign", 0, 0)]
    [InlineData("sign on", 0, 2)]
    [InlineData("sign on", 1, 0)]
    [InlineData("we sign on", 1, 2)]
    [InlineData("sign off", 0, 0)]
    [InlineData("sign off sheet", 0, 3)]
    [InlineData("approve", 0, 0)]
    [InlineData("approval", 0, 1)]
    [InlineData("approvals", 0, 1)]
    [InlineData("disapproval", 0, 0)]
    public void Phrase_stands_at_a_word(string text, int at, int length)
    {
        string[] lines = ["sign on", "sign off sheet", "approval*"];

        Assert.Equal(length, new PhraseSet(lines).At(TokenReader.Read(text), at));
        Assert.Equal(length, PhraseSet.Union([new PhraseSet(lines[..1]), new PhraseSet(lines[1..])]).At(TokenReader.Read(text), at));
    }

    [Fact]
    public void Longer_phrase_is_taken_first_also_of_several_sets()
    {
        Assert.Equal(3, new PhraseSet(["sign", "sign on now", "sign on"]).At(TokenReader.Read("sign on now"), 0));
        Assert.Equal(3,
            PhraseSet.Union([new PhraseSet(["sign", "sign on"]), new PhraseSet(["sign on now"])]).At(TokenReader.Read("sign on now"), 0));
        Assert.Equal(
            (2, "b"), (new PhraseMap(["sign = a", "sign on = b"]).At(TokenReader.Read("sign on now"), 0, out var meaning), meaning));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("sign on", 1)]
    [InlineData("sign on sign on", 2)]
    [InlineData("sign sign on", 1)]
    [InlineData("so sign on so approvals", 2)]
    public void Phrases_are_counted(string text, int count)
    {
        var set = new PhraseSet(["sign on", "approval*"]);

        Assert.Equal(count, set.Count(TokenReader.Read(text)));
        Assert.Equal(count > 0, set.IsIn(TokenReader.Read(text)));
    }

    [Fact]
    public void Word_is_a_phrase_by_itself_only_where_a_line_says_so()
    {
        var map = new PhraseMap(["day = 1", "day after = 2", "next day = 3"]);

        Assert.Equal((true, false, false), (map.Has("day"), map.Has("next"), map.Has("after")));
        Assert.Equal(["day"], map.Words);
    }

    [Theory]
    [InlineData("sign", "signed", true)]
    [InlineData("sing", "sings", true)]
    [InlineData("us", "using", false)]
    [InlineData("car", "cars", true)]
    [InlineData("car", "care", true)]
    [InlineData("card", "care", false)]
    [InlineData("plan", "planning", true)]
    [InlineData("pla", "planning", false)]
    [InlineData("kosten", "druckkosten", true)]
    [InlineData("zeit", "laufzeit", false)]
    [InlineData("label", "labels", true)]
    [InlineData("printer", "printing", true)]
    [InlineData("printer", "princess", false)]
    [InlineData("contract", "contrast", true)]
    [InlineData("comment", "commit", false)]
    [InlineData("abcdef", "abcxyz", false)]
    [InlineData("rings", "ringing", true)]
    [InlineData("is", "is", true)]
    [InlineData("approval", "oval", false)]
    [InlineData("reprint", "print", true)]
    [InlineData("print", "proof", false)]
    public void Words_are_forms_of_one(string left, string right, bool same)
    {
        Assert.Equal(same, Stems.AreSame(left, right));
        Assert.Equal(same, Stems.AreSame(right, left));
    }

    [Theory]
    [InlineData("rings", "ring")]
    [InlineData("ringing", "ring")]
    [InlineData("bring", "br")]
    [InlineData("king", "king")]
    [InlineData("doing", "do")]
    [InlineData("meetings", "meet")]
    [InlineData("parties", "part")]
    [InlineData("tried", "tri")]
    [InlineData("boxes", "box")]
    [InlineData("firmen", "firm")]
    [InlineData("teurer", "teur")]
    [InlineData("use", "us")]
    [InlineData("do", "do")]
    [InlineData("gas", "gas")]
    [InlineData("lots", "lot")]
    [InlineData("metro", "metr")]
    [InlineData("planet", "planet")]
    [InlineData("", "")]
    public void Ending_is_taken_off_where_a_stem_is_left(string word, string stem)
    {
        Assert.Equal(stem, Stems.Of(word));
        Assert.True(word.Length == 0 || Stems.Of(TokenReader.Read(word)[0].Text) == stem);
    }

    [Fact]
    public void Tokens_are_looked_through()
    {
        TokenList tokens = TokenReader.Read("We pay now");
        TokenList none = [];

        Assert.Equal((true, false), (tokens.Any(token => token.Text == "pay"), tokens.Any(token => token.Text == "wait")));
        Assert.Equal((true, false), (tokens.All(token => token.Sentence == 0), tokens.All(token => token.IsFirst)));
        Assert.Equal((false, true, 0), (none.Any(_ => true), none.All(_ => false), none.Count));
        Assert.Equal(["we", "now"], tokens.Where(token => token.Text != "pay").Select(token => token.Text));
        Assert.Equal(["we", "pay", "now"], tokens.Select(token => token.Text));
        Assert.Equal(3, ((System.Collections.IEnumerable)tokens).Cast<object>().Count());
        Assert.Equal("pay", ((IReadOnlyList<Token>)tokens)[1].Text);
    }
}
