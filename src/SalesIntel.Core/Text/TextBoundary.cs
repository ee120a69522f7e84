namespace SalesIntel.Text;

/// <summary>Where a text may be cut.</summary>
internal static class TextBoundary
{
    /// <summary>The last place at or before an index that is inside no character as a reader sees it. Where a text begins with one
    /// character longer than that (marks without end on one letter), it is the last place inside no surrogate pair.</summary>
    public static int AtOrBefore(string text, int index)
    {
        if (index <= 0 || index >= text.Length)
        {
            return Math.Clamp(index, 0, text.Length);
        }

        if (char.IsAscii(text[index - 1]) && char.IsAscii(text[index]) && text[index] != '\n')
        {
            return index;
        }

        var at = 0;
        while (at < index)
        {
            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (next > index)
            {
                break;
            }

            at = next;
        }

        return at > 0 ? at : char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;
    }
}
