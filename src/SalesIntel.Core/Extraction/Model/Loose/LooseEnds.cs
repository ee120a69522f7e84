namespace SalesIntel.Extraction;

/// <summary>Tells from what follows whether a quotation mark is the end of its string.</summary>
internal sealed class LooseEnds(LooseText text)
{
    /// <summary>True when what follows is what follows a value.</summary>
    /// <param name="quote">How the string began.</param>
    /// <param name="after">The place behind the mark.</param>
    /// <param name="place">What the string is in.</param>
    /// <param name="isFirst">True when no such mark was inside the string before.</param>
    public bool IsEnd(LooseQuote quote, int after, LoosePlace place, bool isFirst)
    {
        var isOther = quote.Mark == '"' && text.Is(after - 1) != '"';
        var next = text.Skip(after);
        if (next >= text.Length)
        {
            return !isOther && isFirst;
        }

        // A curly mark ends what a straight one began only where one of our names follows: inside it is as good as any letter.
        if (isOther)
        {
            return !place.IsArray && LooseText.IsSeparator(text.Is(next)) && text.IsKnownMemberAt(text.Skip(next + 1));
        }

        var c = text.Is(next);
        return LooseText.IsSeparator(c) ? IsEndBefore(text.Skip(next + 1), place, isFirst)
            : LooseText.IsCloser(c) ? IsCloserOf(next, place)
            : c == '+' ? text.QuoteAt(text.Skip(next + 1)) is not null
            : c == '`' ? text.IsFenceAt(next)
            : text.HasLineEnd(after, next) ? IsEndBeforeLine(next, place)
            : !place.IsArray && text.IsKnownMemberAt(next) && text.QuoteAt(next) is not null && next > after;
    }

    /// <summary>True when a member of ours begins at a mark, where one may begin.</summary>
    public bool IsMemberBehind(int at, LoosePlace place)
    {
        var before = at - 1;
        while (before >= 0 && text.At - before < CompletionNames.Longest && LooseText.IsBlank(text.Is(before)) && text.Is(before) != '\n')
        {
            before--;
        }

        return before >= 0 && (LooseText.IsSeparator(text.Is(before)) || text.Is(before) is '\n' or '{') && place.Depth > 0
            && text.IsKnownMemberAt(at);
    }

    // Behind a separator.
    private bool IsEndBefore(int at, LoosePlace place, bool isFirst)
    {
        var c = text.Is(at);
        return at >= text.Length || LooseText.IsSeparator(c) || text.EllipsisAt(at) > 0 || text.IsMemberAt(at)
            || (LooseText.IsCloser(c) && IsCloserOf(at, place))
            || text.IsFenceAt(at)
            || (place.IsArray && text.IsValueAt(at))
            || (place.Outer is { IsArray: true } && text.IsItemAt(at))
            || (isFirst && text.IsCutNameAt(at));
    }

    // Behind a line's end, where a separator was forgotten.
    private bool IsEndBeforeLine(int at, LoosePlace place) =>
        text.IsMemberAt(at) || text.EllipsisAt(at) > 0 || (place.IsArray && text.Is(at) == '{')
        || (text.QuoteAt(at) is not null && text.NameAt(at, out _) is null);

    // The outermost object can have anything behind it.
    private bool IsCloserOf(int at, LoosePlace place)
    {
        if (place.Depth <= 1)
        {
            return true;
        }

        var next = text.Skip(at + 1);
        var c = text.Is(next);
        return next >= text.Length || LooseText.IsSeparator(c) || LooseText.IsCloser(c) || c is '{' or '`'
            || text.EllipsisAt(next) > 0 || text.QuoteAt(next) is not null || text.IsMemberAt(next);
    }
}
