namespace SalesIntel.Extraction;

/// <summary>Reads lists. What is damaged in an item is that item's, not the list's.</summary>
internal sealed class LooseArrays(LooseText text, LooseParser parser)
{
    // Nobody answers with more; a list of a million numbers is a model that goes round in circles.
    private const int MostItems = 200_000;

    /// <summary>Reads items up to the end of the list.</summary>
    public LooseNode Read(LoosePlace place) => Continue(new LooseNode(LooseKind.Array), place);

    /// <summary>Reads further items into a list.</summary>
    public LooseNode Continue(LooseNode node, LoosePlace place)
    {
        while (true)
        {
            var before = text.At;
            parser.Go(node);
            if (node.Items.Count == MostItems)
            {
                text.At = text.Length;
            }

            var isSeparated = node.Items.Count == 0 || text.Source.AsSpan(before, text.At - before).IndexOfAny(",;，\n") >= 0;
            if (text.IsAtEnd)
            {
                node.IsCut = true;
                return node;
            }

            if (LooseText.IsCloser(text.Here))
            {
                if (IsClosed(node, place))
                {
                    return node;
                }
            }
            else if (text.EllipsisAt(text.At) is > 0 and var width)
            {
                node.Note(LooseNotes.LeftOut);
                text.At += width;
            }
            else if (text.IsMemberAt(text.At))
            {
                if (!TakeMember(node, place))
                {
                    return node;
                }
            }
            else
            {
                Item(node, place, isSeparated);
            }
        }
    }

    /// <summary>Reads what stands in parentheses: a list, or strings that are one.</summary>
    public LooseNode ReadTuple(LoosePlace place)
    {
        var list = Read(place);
        if (list.HasSeparators || list.Items.Count == 0 || list.Items.Exists(item => item.Kind != LooseKind.Text))
        {
            return list.Note(LooseNotes.Quotes);
        }

        var whole = list.Items[0];
        foreach (var more in list.Items.Skip(1))
        {
            whole.Append(more);
        }

        whole.Note(LooseNotes.Joined);
        return list.IsCut ? whole.Lose(LooseNotes.Cut) : whole;
    }

    private void Item(LooseNode node, LoosePlace place, bool isSeparated)
    {
        var isValue = text.IsValueAt(text.At);
        if (!isValue && !isSeparated)
        {
            // Words behind a string: it was not its end.
            node.Items[^1].Lose(LooseNotes.Unclear);
            text.SkipWords();
            return;
        }

        var before = text.At;
        node.Items.Add(parser.Value(place));
        if (text.At == before)
        {
            node.Items.RemoveAt(node.Items.Count - 1);
            text.At++;
        }
    }

    // A member where an item is expected: the item before it was closed too early, or the list was not closed.
    private bool TakeMember(LooseNode node, LoosePlace place)
    {
        var name = text.NameAt(text.At, out _)!;
        if (text.Names.Of(name) is not null && place.Outer is { IsArray: false })
        {
            node.Note(LooseNotes.Closer);
            return false;
        }

        var item = node.Items is [.., { Kind: LooseKind.Object } last] && text.Names.IsOfItem(name) ? last : null;
        if (item is null)
        {
            item = new LooseNode(LooseKind.Object);
            node.Items.Add(item);
        }

        item.Note(LooseNotes.Closer);
        var before = text.At;
        parser.Members(item, place.Within(isArray: false));
        text.At += text.At == before ? 1 : 0;
        return true;
    }

    private bool IsClosed(LooseNode node, LoosePlace place)
    {
        var isOwn = text.Here is ']' or ')' or '］';
        if (isOwn || place.Outer is null)
        {
            text.At++;
            if (!isOwn)
            {
                node.Note(LooseNotes.Closer);
            }

            return true;
        }

        // A brace closes this list when members of the object around it follow, and else that object.
        node.Note(LooseNotes.Closer);
        var next = text.Skip(text.At + 1);
        var hasMember = LooseText.IsSeparator(text.Is(next)) && text.IsMemberAt(text.Skip(next + 1)) && IsOfOuter(next, place);
        var isMine = !place.Outer.IsArray && (hasMember || (LooseText.IsCloser(text.Is(next)) && place.Depth <= 2));
        var item = LooseText.IsSeparator(text.Is(next)) ? text.Skip(next + 1) : text.Length;
        if (!isMine && text.IsValueAt(item) && !text.IsMemberAt(item))
        {
            // It came too early, or closes nothing.
            text.At++;
            return false;
        }

        if (isMine)
        {
            text.At++;
        }
        else if (place.Outer.IsArray)
        {
            // No object is open here: it closes nothing.
            text.At++;
            return false;
        }

        return true;
    }

    private bool IsOfOuter(int separator, LoosePlace place) =>
        place.Depth <= 2 || (text.NameAt(text.Skip(separator + 1), out _) is { } name && text.Names.IsOfItem(name));
}
