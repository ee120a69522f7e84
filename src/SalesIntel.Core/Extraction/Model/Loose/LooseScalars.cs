namespace SalesIntel.Extraction;

/// <summary>Reads what stands without quotation marks: numbers, literals, and texts whose marks were forgotten.</summary>
internal sealed partial class LooseScalars(LooseText text)
{
    // A value without quotation marks is a word or a sentence, no page.
    private const int Longest = 2_000;
    private const int LongestScalar = 40;

    /// <summary>Reads the value that begins here.</summary>
    public LooseNode Read(LoosePlace place)
    {
        if (LooseWords.LiteralAt(text.Source, text.At) is { } literal && IsEndAt(text.At + literal.Length, place))
        {
            text.At += literal.Length;
            return LooseWords.Value(literal);
        }

        var start = text.At;
        var isQuoted = false;
        var most = Math.Min(text.Length, start + Longest);
        while (text.At < most && !IsEndAt(text.At, place) && !IsEndOf(start))
        {
            isQuoted |= text.Here is '"' or '{' or '[' || text.IsFenceAt(text.At);
            text.At++;
        }

        var words = text.Source[start..text.At].Trim();
        var hasMark = IsEndMark(text.At);
        text.At += hasMark ? 1 : 0;
        var end = text.SkipBlank(text.At);
        if (end >= text.Length && text.At == text.Length && !hasMark)
        {
            return new LooseNode(LooseKind.Text).Lose(LooseNotes.Cut);
        }

        if (text.At == most || isQuoted)
        {
            return new LooseNode(LooseKind.Text).Lose(LooseNotes.Unclear);
        }

        return hasMark ? new LooseNode(LooseKind.Text, words).Note(LooseNotes.Quotes)
            : words.Length == 0 ? new LooseNode(LooseKind.Text).Lose(LooseNotes.NoValue)
            : LooseWords.IsLiteral(words) ? LooseWords.Value(words)
            : Number(words) ?? (LooseWords.IsPiece(words) ? new LooseNode(LooseKind.Text).Lose(LooseNotes.Cut) : Bare(words));
    }

    private static LooseNode? Number(string words)
    {
        if (Json().IsMatch(words))
        {
            return new LooseNode(LooseKind.Number, words);
        }

        var plain = Grouped().IsMatch(words) ? words.Replace(",", "", StringComparison.Ordinal)
            : words.Replace("_", "", StringComparison.Ordinal).TrimStart('+');
        plain = plain.StartsWith('.') ? "0" + plain : plain.EndsWith('.') ? plain[..^1] : plain;
        if (!Json().IsMatch(plain))
        {
            return words.TrimStart('+', '-').ToUpperInvariant() is "INFINITY" or "NAN" ? new LooseNode(LooseKind.Null).Note(LooseNotes.Number) : null;
        }

        return new LooseNode(LooseKind.Number, plain).Note(LooseNotes.Number);
    }

    private static LooseNode Bare(string words)
    {
        var node = new LooseNode(LooseKind.Text, words).Note(LooseNotes.Bare);
        return LooseEscapes.WithoutHalves(words, node) == words ? node : node.Lose(LooseNotes.HalfCharacter);
    }

    /// <summary>True for the mark that ends a string of which the first one is missing.</summary>
    public bool IsEndMark(int at)
    {
        var next = text.Skip(at + 1);
        return LooseQuote.IsMark(text.Is(at))
            && (LooseText.IsCloser(text.Is(next)) || (LooseText.IsSeparator(text.Is(next)) && text.IsMemberAt(text.Skip(next + 1))));
    }

    // 1,000 is one number; "44, as said" is one too, with words behind it. A mark may begin the next member's name.
    private bool IsEndOf(int start)
    {
        if (LooseQuote.IsMark(text.Here))
        {
            return text.IsKnownMemberAt(text.At) || IsEndMark(text.At);
        }

        if (!LooseText.IsSeparator(text.Here) || char.IsAsciiDigit(text.Is(text.At + 1)) || text.At - start > LongestScalar)
        {
            return false;
        }

        var words = text.Source.AsSpan(start, text.At - start).TrimEnd();
        return Json().IsMatch(words) || LooseWords.IsLiteral(words.ToString());
    }

    // A comma inside a sentence or a number is none between members.
    private bool IsEndAt(int at, LoosePlace place)
    {
        var c = text.Is(at);
        if (at >= text.Length || c == '\n' || LooseText.IsCloser(c))
        {
            return true;
        }

        if (c is '#' || (c == '/' && text.Is(at + 1) is '/' or '*'))
        {
            return at > 0 && LooseText.IsBlank(text.Is(at - 1));
        }

        if (!LooseText.IsSeparator(c))
        {
            return false;
        }

        var next = text.Skip(at + 1);
        if (next >= text.Length || text.IsMemberAt(next) || LooseText.IsCloser(text.Is(next)) || LooseText.IsSeparator(text.Is(next))
            || text.EllipsisAt(next) > 0)
        {
            return true;
        }

        // 1,000 in an object is a number; in a list it is two.
        return place.IsArray || text.HasLineEnd(at, next);
    }

    [GeneratedRegex(@"\A-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Json();

    [GeneratedRegex(@"\A[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
