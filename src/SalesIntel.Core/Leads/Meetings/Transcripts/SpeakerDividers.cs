namespace SalesIntel.Leads;

/// <summary>Recognises a text in which a dash, a bar, a tab or parentheses mark the speaker off from the words (<c>Ann Lee – words</c>,
/// <c>00:10 | Ann Lee | words</c>, <c>(Ann Lee) words</c>), and puts a colon in the place of what does.</summary>
/// <remarks>Prose, lists and tables have these too, so that one line alone tells nothing: names must come back in turn, and what
/// stands behind them must read like sentences.</remarks>
internal sealed class SpeakerDividers
{
    private const int FewestLines = 4;
    private const int FewestChanges = 3;
    private const int FewestSpeakers = 2;
    private const int FewestWords = 3;

    // Nobody holds a meeting with more speakers; what looks like more is a list.
    private const int MostNames = 1_000;

    private const string Bars = "|";
    private const string Tabs = "\t";
    private const string Parentheses = "()";
    private const string SentenceEnds = ".?!…。！？";
    private const string OpeningMarks = " \"'“‘„«¿¡(";
    private const string ClosingMarks = "\"'”’»)";

    private readonly KnownSpeakers known;
    private readonly string dividers;
    private readonly SpeakerNameReader reader = new();
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);
    private string last = "";
    private int lines;
    private int divided;
    private int changes;
    private int small;
    private int ended;
    private int sentences;

    private SpeakerDividers(KnownSpeakers known, string dividers) => (this.known, this.dividers) = (known, dividers);

    /// <summary>The parts with a colon behind each speaker; null when the text is not of this form.</summary>
    internal static IReadOnlyList<TranscriptPart>? WithColons(IReadOnlyList<TranscriptPart> parts, KnownSpeakers known)
    {
        foreach (var dividers in (string[])[TranscriptClock.Dashes, Bars, Tabs, Parentheses])
        {
            var form = new SpeakerDividers(known, dividers);
            foreach (var part in parts)
            {
                form.Look(part.Text);
            }

            if (form.IsClear(parts))
            {
                return [.. parts.Select(part => part with { Text = form.Rewrite(part.Text) })];
            }
        }

        return null;
    }

    private void Look(string text)
    {
        var all = new TextLines(text);
        while (all.MoveNext())
        {
            lines += all.IsBlank ? 0 : 1;
            if (!TryRead(all.Line, out var name, out _, out var words) || (names.Count == MostNames && !names.ContainsKey(name)))
            {
                continue;
            }

            divided++;
            names[name] = names.GetValueOrDefault(name) + 1;
            changes += last.Length > 0 && !name.Equals(last, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            last = name;
            small += IsSmall(words) ? 1 : 0;
            ended += words.TrimEnd(ClosingMarks) is [.., var end] && SentenceEnds.Contains(end) ? 1 : 0;
            sentences += CountWords(words) >= FewestWords ? 1 : 0;
        }
    }

    private bool IsClear(IReadOnlyList<TranscriptPart> parts)
    {
        if (divided < FewestLines || changes < FewestChanges || divided * 3 < lines * 2
            || small * 2 > divided || ended * 2 < divided || sentences * 2 < divided)
        {
            return false;
        }

        var common = CommonWords.In(parts.Select(part => part.Text), names.Keys);
        var returning = names.Where(name => name.Value > 1 && !common.Consists(name.Key)).ToList();
        return returning.Count >= FewestSpeakers && returning.Sum(name => name.Value) * 4 >= divided * 3;
    }

    private string Rewrite(string text)
    {
        var rewritten = new StringBuilder(text.Length + 16);
        var all = new TextLines(text);
        while (all.MoveNext())
        {
            if (TryRead(all.Line, out _, out var head, out var words))
            {
                rewritten.Append(head).Append(": ").Append(words);
            }
            else
            {
                rewritten.Append(all.Line);
            }

            rewritten.Append('\n');
        }

        return rewritten.ToString(0, Math.Max(0, rewritten.Length - 1));
    }

    // The head is what stands before the words, without the divider: a name and perhaps a time.
    private bool TryRead(ReadOnlySpan<char> line, out string name, out string head, out ReadOnlySpan<char> words)
    {
        name = head = "";
        words = default;
        line = line.Trim();
        var near = line[..Math.Min(line.Length, LineHead.Longest)];
        var start = LineScan.SkipMarks(near, out var isBullet, out _, out var isHeading);
        if (isBullet || isHeading || line is [] or ['|', ..] or [.., '|'])
        {
            return false;
        }

        LineScan.TryReadTime(near, ref start, out var before, out _);
        var divider = Divider(near, start);
        if (divider < 0)
        {
            return false;
        }

        if (!reader.TryRead(near[start..divider], out var speaker, out var beside, out _) || !IsName(speaker.Name))
        {
            return false;
        }

        name = speaker.Name;
        head = near[..divider].TrimEnd().ToString();
        words = line[(divider + 1)..].TrimStart();
        if (!before.IsKnown && !beside.IsKnown)
        {
            TakeTime(ref words, ref head);
        }

        return !words.IsEmpty;
    }

    // A time in a column of its own: "Ann Lee | 00:10 | words".
    private void TakeTime(ref ReadOnlySpan<char> words, ref string head)
    {
        var length = TranscriptClock.ReadRange(words[..Math.Min(words.Length, LineHead.Longest)], loose: false, out _);
        var rest = words[length..].TrimStart();
        if (length > 0 && rest is [var divider, ' ' or '\t', ..] && dividers.Contains(divider))
        {
            head = $"{head} ({words[..length]})";
            words = rest[1..].TrimStart();
        }
    }

    private bool IsName(string name) =>
        known.Has(name) || SpeakerWords.IsNumberedSpeaker(name)
        || (!Nothing.IsNoName(name) && !NameShape.IsHeading(name) && NameShape.Of(name) == NameLikeness.Strict);

    // Before it and behind it is a space: a hyphen within a name has none. A tab is one itself, and so is what follows a parenthesis.
    private int Divider(ReadOnlySpan<char> text, int from)
    {
        if (dividers == Parentheses)
        {
            var end = text[from..] is ['(', ..] ? from + SpeakerNameReader.ClosingBracket(text[from..]) + 1 : from;
            return end > from && end < text.Length && text[end] is ' ' or '\t' ? end : -1;
        }

        for (var i = from + 1; i < text.Length - 1; i++)
        {
            if (dividers.Contains(text[i]) && (dividers == Tabs || (text[i - 1] is ' ' or '\t' && text[i + 1] is ' ' or '\t')))
            {
                return i;
            }
        }

        return -1;
    }

    // As the items of a list and the cells of a table begin; a sentence has a capital, or is written in a script without them.
    private static bool IsSmall(ReadOnlySpan<char> words)
    {
        words = words[LineScan.TimeAtStart(words, out _)..].TrimStart(OpeningMarks);
        return words.IsEmpty || char.IsLower(words[0]) || !(char.IsLetter(words[0]) || char.IsSurrogate(words[0]));
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        text = text[..Math.Min(text.Length, LineHead.Longest)];
        foreach (var range in text.Split(' '))
        {
            count += text[range] is [var first, ..] && (char.IsLetter(first) || OpeningMarks.Contains(first)) ? 1 : 0;
        }

        return count;
    }
}
