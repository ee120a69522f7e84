namespace SalesIntel.Extraction;

/// <summary>Reads an object or a list out of text that is nearly JSON, in one pass: descends into objects and lists, and goes on behind
/// what it can't read. Never throws; depth is bounded; takes time linear in the text's length.</summary>
internal sealed class LooseParser
{
    private readonly LooseText text;
    private readonly LooseStrings strings;
    private readonly LooseScalars scalars;
    private readonly LooseArrays arrays;

    public LooseParser(LooseText text)
    {
        this.text = text;
        strings = new LooseStrings(text);
        scalars = new LooseScalars(text);
        arrays = new LooseArrays(text, this);
    }

    /// <summary>Reads the object or list that begins here, and what belongs to it behind a bracket that came too early.</summary>
    public LooseNode ReadOutermost()
    {
        var place = new LoosePlace(text.Here is '[' or '［', 1, null);
        text.At++;
        return place.IsArray ? arrays.Read(place) : Members(new LooseNode(LooseKind.Object), place);
    }

    /// <summary>Reads members of an object whose bracket is missing.</summary>
    public LooseNode ReadMembers() =>
        Members(new LooseNode(LooseKind.Object).Note(LooseNotes.Closer), new LoosePlace(false, 1, null));

    /// <summary>Reads members into an object, up to its end.</summary>
    public LooseNode Members(LooseNode node, LoosePlace place)
    {
        while (true)
        {
            Go(node);
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
            else if (text.Here == '{' && node.Members.Count == 0)
            {
                // {{ of a template.
                node.Note(LooseNotes.Closer);
                text.At++;
            }
            else if (place.Outer is { IsArray: true } && text.IsItemAt(text.At))
            {
                // The next item of the list: the brace of this one is missing.
                node.Note(LooseNotes.Closer);
                return node;
            }
            else if (!Member(node, place) && !TakeItems(node, place))
            {
                node.Note(LooseNotes.Prose);
                text.SkipWords();
            }
        }
    }

    /// <summary>Reads the value that begins here.</summary>
    /// <param name="place">What it is in.</param>
    public LooseNode Value(LoosePlace place)
    {
        var c = text.Here;
        if (c is '{' or '[' or '(' or '｛' or '［')
        {
            if (place.Depth >= LoosePlace.MostDepth)
            {
                text.SkipNested();
                return new LooseNode(LooseKind.Object).Lose(LooseNotes.Deep);
            }

            text.At++;
            return c is '{' or '｛'
                ? Members(new LooseNode(LooseKind.Object), place.Within(isArray: false))
                : c == '(' ? arrays.ReadTuple(place.Within(isArray: true))
                : arrays.Read(place.Within(isArray: true));
        }

        if (text.QuoteAt(text.At) is not { } quote)
        {
            return BehindWords() is { } value ? BehindProse(value, place) : scalars.Read(place);
        }

        var node = strings.Read(quote, place);
        while (node.Lost is null && MoreOf(place) is { } more)
        {
            node.Append(strings.Read(more, place));
            node.Note(LooseNotes.Joined);
        }

        return node;
    }

    /// <summary>Moves over white space, comments and separators.</summary>
    public void Go(LooseNode node)
    {
        var separators = 0;
        while (true)
        {
            var next = text.Skip(text.At, isLook: false);
            if (text.Source.AsSpan(text.At, next - text.At).IndexOfAny('/', '#') >= 0)
            {
                node.Note(LooseNotes.Comment);
            }

            text.At = next;
            if (text.IsFenceAt(next))
            {
                text.Length = next;
            }

            if (text.IsAtEnd || !LooseText.IsSeparator(text.Here))
            {
                break;
            }

            separators++;
            node.HasSeparators = true;
            if (text.Here != ',')
            {
                node.Note(LooseNotes.Separator);
            }

            text.At++;
        }

        var isFirst = node.Kind == LooseKind.Object ? node.Members.Count == 0 : node.Items.Count == 0;
        if (separators != (isFirst ? 0 : 1) && !(separators == 0 && (text.IsAtEnd || LooseText.IsCloser(text.Here))))
        {
            node.Note(LooseNotes.Separator);
        }
        else if (separators > 0 && LooseText.IsCloser(text.Here))
        {
            node.Note(LooseNotes.Separator);
        }
    }

    private bool Member(LooseNode node, LoosePlace place)
    {
        var isBare = text.QuoteAt(text.At) is null;
        if (text.NameAt(text.At, out var colon) is not { } name)
        {
            return false;
        }

        text.HasBareNames |= isBare;
        if (isBare || text.Here != '"' || text.ColonAt(colon) > 1 || text.Is(colon) != ':')
        {
            node.Note(LooseNotes.Quotes);
        }

        do
        {
            text.At = text.Skip(colon + text.ColonAt(colon), isLook: false);
            colon = text.At;
        }
        while (text.ColonAt(colon) > 0);
        Add(node, name, place);
        return true;
    }

    // "as he said: {…}"
    private int? BehindWords()
    {
        var rest = text.Rest(text.At);
        var end = rest[..Math.Min(rest.Length, LooseText.LongestProse)].IndexOfAnyExcept(LooseText.WordCharacters);
        return end > 0 && (rest[end] is '{' or '[' || (rest[end] == '"' && !scalars.IsEndMark(text.At + end)))
            && LooseWords.LiteralAt(text.Source, text.At) is null
                ? text.At + end
                : null;
    }

    private LooseNode BehindProse(int at, LoosePlace place)
    {
        text.At = at;
        return Value(place).Note(LooseNotes.Prose);
    }

    // Where a member should begin there is an item: the bracket of a list was forgotten, or closed too early.
    private bool TakeItems(LooseNode node, LoosePlace place)
    {
        if (node.Members is not [.., (var name, { Kind: not LooseKind.Null } first)] || place.Depth >= LoosePlace.MostDepth
            || !(text.Here == '{' || text.QuoteAt(text.At) is not null))
        {
            return false;
        }

        var list = first.Kind == LooseKind.Array ? first : new LooseNode(LooseKind.Array);
        if (list != first)
        {
            list.Items.Add(first);
        }

        list.Note(LooseNotes.Closer);
        node.Members[^1] = (name, list);
        var (before, count) = (text.At, list.Items.Count);
        arrays.Continue(list, place.Within(isArray: true));
        if (list.IsCut)
        {
            // The text ends within it: it may as well have been the name of a member.
            list.Items.RemoveRange(count, list.Items.Count - count);
            node.Members[^1] = (name, first);
        }

        return text.At > before;
    }

    private void Add(LooseNode node, string name, LoosePlace place)
    {
        var value = text.IsAtEnd ? new LooseNode(LooseKind.Null).Lose(LooseNotes.Cut)
            : LooseText.IsSeparator(text.Here) || LooseText.IsCloser(text.Here) ? new LooseNode(LooseKind.Null).Lose(LooseNotes.NoValue)
            : text.EllipsisAt(text.At) > 0 ? new LooseNode(LooseKind.Null).Lose(LooseNotes.LeftOut)
            : Value(place);
        node.Members.Add((name, value));
    }

    // The closer is the object's own, somebody else's, or came too early.
    private bool IsClosed(LooseNode node, LoosePlace place)
    {
        var isOwn = text.Here is '}' or '｝';
        var next = text.Skip(text.At + 1);
        if (!isOwn)
        {
            node.Note(LooseNotes.Closer);
            node.Members.LastOrDefault().Value?.Note(LooseNotes.Closer);
            var isItem = place.Outer is { IsArray: true } && LooseText.IsSeparator(text.Is(next)) && text.Is(text.Skip(next + 1)) == '{';
            if (place.IsWithinArray && !isItem)
            {
                return true;
            }
        }

        text.At++;
        var isInner = place.Outer is { IsArray: true };
        if (place.Outer is null or { IsArray: true })
        {
            var at = LooseText.IsSeparator(text.Is(next)) ? text.Skip(next + 1) : next;
            if (text.NameAt(at, out _) is { } name && (isInner ? text.Names.IsOfItem(name) : text.Names.IsKnown(name)))
            {
                node.Note(LooseNotes.Closer);
                return false;
            }
        }

        return true;
    }

    // "one" + "two", or on the next line without a sign.
    private LooseQuote? MoreOf(LoosePlace place)
    {
        var next = text.Skip(text.At);
        if (text.Is(next) == '+')
        {
            next = text.Skip(next + 1);
        }
        else if (place.IsArray || text.IsMemberAt(next) || !text.HasLineEnd(text.At, next))
        {
            return null;
        }

        if (text.QuoteAt(next) is not { } quote)
        {
            return null;
        }

        text.At = next;
        return quote;
    }
}
