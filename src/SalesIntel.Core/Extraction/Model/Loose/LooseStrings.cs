namespace SalesIntel.Extraction;

/// <summary>Reads a string of a completion. Where it ends is told by what follows: a quotation mark behind which the text goes on as prose
/// belongs to the string.</summary>
/// <param name="text">The text and our place in it.</param>
internal sealed class LooseStrings(LooseText text)
{
    private readonly LooseEnds ends = new(text);

    /// <summary>Reads the string that begins here.</summary>
    /// <param name="quote">How it begins.</param>
    /// <param name="place">What it is in.</param>
    public LooseNode Read(LooseQuote quote, LoosePlace place)
    {
        var probe = new LooseNode(LooseKind.Text);
        var words = new StringBuilder();
        var inner = new InnerQuotes();
        var stops = quote.Stops;
        text.At += quote.Length;
        var start = text.At;
        while (!text.IsAtEnd)
        {
            var run = text.Rest(text.At).IndexOfAny(stops);
            run = run < 0 ? text.Length - text.At : run;
            words.Append(text.Source, text.At, run);
            text.At += run;
            if (text.IsAtEnd)
            {
                break;
            }

            var length = EndAt(quote);
            if (length > 0 && ends.IsEnd(quote, text.At + length, place, inner.Count == 0))
            {
                text.At += length;
                return Finish(probe, quote, words.ToString(), inner);
            }

            if (text.Here == '\\')
            {
                LooseEscapes.Read(text, words, probe);
            }
            else if (text.Here == '\n')
            {
                probe.Note(LooseNotes.RawLine);
                words.Append('\n');
                text.At++;
            }
            else if (!quote.Ends.Contains(text.Here))
            {
                words.Append(text.Here);
                text.At++;
            }
            else if (ends.IsMemberBehind(text.At, place))
            {
                // The mark begins the next member's name: the one that ends this string is missing, or has words behind it.
                probe.Note(LooseNotes.NoEnd);
                return Finish(probe, quote, inner.Count % 2 == 1 ? words.ToString(0, inner.Last) : TrimmedEnd(words), inner);
            }
            else if (HasSwallowed(start))
            {
                return probe.Lose(LooseNotes.Unclear);
            }
            else
            {
                TakeInner(quote, words, inner, place);
            }
        }

        return probe.Lose(LooseNotes.Cut);
    }

    // The mark ends the name of a member of ours: we go back to where it begins, and what was read up to there is no value.
    private bool HasSwallowed(int start)
    {
        var colon = text.SkipBlank(text.At + 1);
        if (text.ColonAt(colon) == 0)
        {
            return false;
        }

        var first = Math.Max(start, text.At - CompletionNames.Longest);
        var name = text.Source.AsSpan(first, text.At - first);
        var border = name.LastIndexOfAny(",;\n\"'") is >= 0 and var mark ? first + mark : -1;
        var begin = border < 0 ? -1 : LooseQuote.IsMark(text.Is(border)) ? border : text.SkipBlank(border + 1);
        if (begin <= start || begin >= text.At || !text.IsKnownMemberAt(begin)
            || !text.IsValueAt(text.SkipBlank(colon + text.ColonAt(colon))))
        {
            return false;
        }

        text.At = begin;
        return true;
    }

    // A colon with a value behind a mark inside a string: the string has swallowed a member.
    private void TakeInner(LooseQuote quote, StringBuilder words, InnerQuotes inner, LoosePlace place)
    {
        var mark = text.Here;
        var colon = text.SkipBlank(text.At + 1);
        inner.HasMember |= text.ColonAt(colon) > 0 && text.IsValueAt(text.SkipBlank(colon + text.ColonAt(colon)));
        if (IsSame(mark, quote))
        {
            inner.Count++;
            inner.Last = words.Length;
        }

        words.Append(mark);
        text.At++;

        // Doubled, as CSV has it.
        if (mark == '"' && quote is { Mark: '"', Width: 1 } && text.Here == mark && !ends.IsEnd(quote, text.At + 1, place, isFirst: false))
        {
            text.At++;
        }
    }

    private static LooseNode Finish(LooseNode probe, LooseQuote quote, string words, InnerQuotes inner)
    {
        // One mark too many at the beginning.
        words = inner.Count % 2 == 1 && words.StartsWith(quote.Mark) ? words[1..] : words;
        var node = new LooseNode(LooseKind.Text, LooseEscapes.WithoutHalves(words, probe));
        foreach (var note in probe.Notes)
        {
            node.Note(note);
        }

        if (!quote.IsPlain)
        {
            node.Note(LooseNotes.Quotes);
        }

        if (inner.Count > 0)
        {
            node.Note(LooseNotes.InnerQuotes);
        }

        return inner.HasMember ? node.Lose(LooseNotes.Unclear) : node;
    }

    // An apostrophe in a string between apostrophes is none of its ends: those who write so escape the others.
    private static bool IsSame(char mark, LooseQuote quote) => mark == quote.Mark || (mark is '"' && quote.Ends.Contains('"'));

    private static string TrimmedEnd(StringBuilder words) => words.ToString().TrimEnd().TrimEnd(',', ';', '"').TrimEnd();

    private int EndAt(LooseQuote quote)
    {
        var at = text.At;
        if (quote.IsEscaped && text.Here == '\\')
        {
            return quote.Ends.Contains(text.Is(at + 1)) ? 2 : 0;
        }

        if (!quote.Ends.Contains(text.Here))
        {
            return 0;
        }

        for (var i = 1; i < quote.Width; i++)
        {
            if (text.Is(at + i) != text.Here)
            {
                return 0;
            }
        }

        return quote.Width;
    }

    private sealed class InnerQuotes
    {
        public int Count { get; set; }

        public int Last { get; set; }

        public bool HasMember { get; set; }
    }
}
