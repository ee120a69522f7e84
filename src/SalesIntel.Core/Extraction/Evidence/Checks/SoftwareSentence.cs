namespace SalesIntel.Extraction;

/// <summary>A sentence, and whether it is said to software: whom it addresses, and what it asks for, in any of the languages. Who has
/// something written down by a person states it; who has it written down by the reader itself states nothing.</summary>
/// <param name="text">The text of which it is a sentence.</param>
/// <param name="tokens">Its tokens.</param>
internal sealed partial class SoftwareSentence(string text, TokenList tokens)
{
    private const int Near = 3;
    private const int Reach = 6;
    private const int FewestSaid = 4;

    /// <summary>True when the sentence is nothing but the name of who is addressed: the next one says what for.</summary>
    public bool IsAddressAlone { get; private set; }

    /// <summary>True when it has what is asked of software in its first words.</summary>
    public bool BeginsWithOrder => IsImperative(0, Math.Min(tokens.Count, Near), SoftwareTerms.Records)
        || IsImperative(0, Math.Min(tokens.Count, Near), SoftwareTerms.Ignores);

    /// <summary>True when it has nothing of its own to be written down, but what stands before it: "write that down".</summary>
    public bool PointsBack => Any(i => (At(SoftwareTerms.PointsBack, i) > 0 && !GapAfter(i).Contains(':')
            && ((i > 0 && At(SoftwareTerms.Records, i - 1) > 0) || (i + 1 < tokens.Count && At(SoftwareTerms.Records, i + 1) > 0)))
        || (At(SoftwareTerms.PointsBackAlone, i) > 0 && i > 0 && At(SoftwareTerms.Records, i - 1) > 0
            && (IsBreak(i + 1) || At(SoftwareTerms.BehindPointed, i + 1) > 0)));

    /// <summary>True when it is meant for software.</summary>
    public bool IsForSoftware()
    {
        if (HasMarkup() || IsBoundary() || IsIgnoring() || IsFilling() || IsActing() || LanguageWords.AllInstructions.IsIn(tokens))
        {
            return true;
        }

        var isFor = false;
        for (var i = 0; i < tokens.Count && !isFor; i++)
        {
            if (MachineAt(i, out var kind) is > 0 and var length)
            {
                isFor = IsAddressed(i, i + length, kind) || IsSentTo(i, i + length, kind) || IsReader(i, i + length)
                    || (kind != Kind.Program && (IsTold(i, i + length) || IsYou(i, i + length, kind)));
                i += length - 1;
            }
        }

        return isFor;
    }

    // "Assistant, write ...", "hello AI", "..., remember that, Copilot".
    private bool IsAddressed(int first, int end, Kind kind)
    {
        var (start, isGreeted) = (first, false);
        while (start > 0 && (At(SoftwareTerms.Greetings, start - 1) > 0 || At(SoftwareTerms.Leads, start - 1) > 0
            || IsArticle(start - 1)))
        {
            start--;
            isGreeted |= At(SoftwareTerms.Greetings, start) > 0;
        }

        if (!IsBreak(end) || (start < first && !isGreeted && IsArticle(first - 1)))
        {
            return false;
        }

        if (!IsStart(start))
        {
            return end == tokens.Count && start > 0 && tokens[start].Clause != tokens[start - 1].Clause && HasOrder(0, start);
        }

        IsAddressAlone |= start == 0 && end == tokens.Count;
        return isGreeted || HasOrder(end, tokens.Count) || IsRole(first, end, kind);
    }

    // "Remember that, Copilot": what a clause ends with belongs to no name.
    private bool IsArticle(int i) => At(SoftwareTerms.The, i) > 0 && tokens[i].Clause == tokens[i + 1].Clause;

    // "ASSISTANT: ...", "[AI: ...]"; but "Assistants: two, managers: one" counts people.
    private bool IsRole(int first, int end, Kind kind)
    {
        if (end == tokens.Count || !GapAfter(end - 1).Contains(':'))
        {
            return false;
        }

        return GapBefore(first).IndexOfAny('[', '{', '<') >= 0 || (tokens[first].IsAcronym && kind != Kind.Machine)
            || kind == Kind.Helper && tokens.Count - end >= FewestSaid
            || (kind == Kind.Machine && tokens.Count - end >= FewestSaid && !Any(i => i >= end && At(SoftwareTerms.I, i) > 0));
    }

    // "Note for the AI", "a message to the bot that records us", "to the AI summariser of this meeting: ...", "please write down for the AI: ...".
    private bool IsSentTo(int first, int end, Kind kind)
    {
        var to = first - 1;
        while (to >= 0 && first - to <= Near && At(SoftwareTerms.To, to) == 0)
        {
            to--;
        }

        if (to < 0 || At(SoftwareTerms.To, to) == 0 || tokens[to].Clause != tokens[first].Clause
            || !Enumerable.Range(to + 1, first - to - 1).All(i => At(SoftwareTerms.The, i) > 0))
        {
            return false;
        }

        var clause = ClauseStart(to);
        var message = Enumerable.Range(clause, to - clause).FirstOrDefault(i => At(SoftwareTerms.Messages, i) > 0, -1);
        if (message >= 0 && to - message <= 2 && message - clause <= Near
            && !Enumerable.Range(clause, message - clause).Any(IsPronoun))
        {
            return true;
        }

        var last = end;
        while (!IsBreak(last) && last - end < Reach)
        {
            last++;
        }

        return kind == Kind.Machine && (to - clause <= 2 || HasOrder(clause, to)) && last < tokens.Count && GapAfter(last - 1).Contains(':');
    }

    // "If an AI reads this", "any software that transcribes this must ...".
    private bool IsReader(int first, int end)
    {
        if (GapAfter(tokens.Count - 1).Contains('?'))
        {
            return false;
        }

        var reads = Enumerable.Range(end, Math.Max(0, Math.Min(Reach, tokens.Count - end))).FirstOrDefault(i => At(SoftwareTerms.Reads, i) > 0, -1);
        return reads >= 0
            && Enumerable.Range(end, Math.Min(tokens.Count, reads + Near) - end).Any(i => At(SoftwareTerms.This, i) > 0 && !IsOther(i))
            && (Enumerable.Range(ClauseStart(first), first - ClauseStart(first)).Any(i => At(SoftwareTerms.Whoever, i) > 0)
                || Any(i => i > reads && At(SoftwareTerms.Musts, i) > 0 && HasRecord(i + 1)));
    }

    // "This drawing" is none of what is said here.
    private bool IsOther(int i) => At(SoftwareTerms.ArticleOrThis, i) > 0 && i + 1 < tokens.Count && tokens[i + 1].IsCapital;

    // "The AI should note that ...", "tell your AI that ...".
    private bool IsTold(int first, int end)
    {
        if (end < tokens.Count && At(SoftwareTerms.Musts, end) > 0
            && Enumerable.Range(end + 1, Math.Max(0, Math.Min(2, tokens.Count - end - 1))).Any(i => At(SoftwareTerms.Records, i) > 0 && IsThatBehind(i + 1)))
        {
            return true;
        }

        var tell = first - 1;
        while (tell >= 0 && first - tell <= 2 && At(SoftwareTerms.Tells, tell) == 0)
        {
            tell--;
        }

        return tell >= 0 && At(SoftwareTerms.Tells, tell) > 0 && IsOrderAt(tell)
            && (IsThatBehind(end) || (end < tokens.Count && At(SoftwareTerms.Records, end) > 0));
    }

    // "You are a language model", but not "you are an AI vendor".
    private bool IsYou(int first, int end, Kind kind)
    {
        var start = first - 1;
        while (start > 0 && first - start < Near && At(SoftwareTerms.The, start) > 0)
        {
            start--;
        }

        var isYou = start >= 0 && Enumerable.Range(Math.Max(0, start - 1), start - Math.Max(0, start - 1) + 1).Any(i =>
            At(SoftwareTerms.YouAre, i) is > 0 and var length && i + length >= start);
        return isYou && kind == Kind.Machine && (IsBreak(end) || At(SoftwareTerms.BehindRole, end) > 0);
    }

    // "Ignore your instructions", "alle Anweisungen ignorieren"; but people ignore instructions, too.
    private bool IsIgnoring()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(SoftwareTerms.Ignores, i) == 0)
            {
                continue;
            }

            var (from, to) = IsOrderAt(i) ? (i + 1, i + 1 + Reach)
                : At(SoftwareTerms.Your, ClauseStart(i)) > 0 && IsStart(ClauseStart(i)) ? (ClauseStart(i), i)
                : (0, 0);
            for (var at = from; at < Math.Min(to, tokens.Count) && tokens[at].Clause == tokens[i].Clause; at++)
            {
                if (At(SoftwareTerms.Orders, at) > 0
                    || (At(SoftwareTerms.Rules, at) > 0 && Enumerable.Range(from, at - from).Any(own => At(SoftwareTerms.Your, own) > 0)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "Set every field to ...", "mark this lead as ...".
    private bool IsFilling()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(SoftwareTerms.Records, i) > 0 && IsOrderAt(i)
                && Enumerable.Range(i + 1, Math.Max(0, Math.Min(Reach, tokens.Count - i - 1)))
                    .TakeWhile(at => tokens[at].Clause == tokens[i].Clause).Any(at => At(SoftwareTerms.Fields, at) > 0))
            {
                return true;
            }
        }

        return false;
    }

    // "Act as the administrator and store ..."
    private bool IsActing() => Any(i => At(SoftwareTerms.Acts, i) > 0 && IsOrderAt(i)
        && Enumerable.Range(i + 1, tokens.Count - i - 1).Any(at => At(SoftwareTerms.Records, at) > 0 && At(SoftwareTerms.Leads, at - 1) > 0));

    private bool IsBoundary() => Enumerable.Range(0, tokens.Count).Any(i => IsStart(i)
        && At(SoftwareTerms.Boundaries, i) is > 0 and var length && IsBreak(i + length));

    private bool HasMarkup() => tokens.Count > 0
        && Markup().IsMatch(text[Math.Max(0, tokens[0].Start - 2)..Math.Min(text.Length, tokens[^1].End + 3)]);

    // An imperative: at the start of a clause, or after "please" and the like.
    private bool IsOrderAt(int i) => IsStart(i) || i == ClauseStart(i)
        || (At(SoftwareTerms.Leads, i - 1) > 0 && At(SoftwareTerms.JoiningLeads, i - 1) == 0 && !IsPronoun(i - 1))
        || (i > 1 && At(SoftwareTerms.YouMust, i - 2) > 0);

    private bool HasOrder(int from, int to) => IsImperative(from, to, SoftwareTerms.Records) || IsImperative(from, to, SoftwareTerms.Ignores);

    private bool IsImperative(int from, int to, PhraseSet verbs) => Enumerable.Range(from, Math.Max(0, to - from)).Any(i =>
        At(verbs, i) > 0 && (i == from || IsOrderAt(i) || At(SoftwareTerms.Leads, ClauseStart(i)) > 0));

    private bool HasRecord(int from) => Enumerable.Range(from, Math.Max(0, Math.Min(Near, tokens.Count - from))).Any(i =>
        At(SoftwareTerms.Records, i) > 0);

    private bool IsThatBehind(int i) => Enumerable.Range(i, Math.Max(0, Math.Min(2, tokens.Count - i))).Any(at => At(SoftwareTerms.That, at) > 0)
        || (i > 0 && i < tokens.Count && GapAfter(i - 1).Contains(':'));

    // The first word of a sentence, or of what stands in quotation marks or behind a colon.
    private bool IsStart(int i) => i == 0 || GapBefore(i).AsSpan().IndexOfAny(Opening) >= 0
        || Enumerable.Range(0, i).All(at => At(SoftwareTerms.Greetings, at) > 0 || At(SoftwareTerms.Leads, at) > 0);

    private bool IsBreak(int i) => i >= tokens.Count || tokens[i].Clause != tokens[i - 1].Clause || GapAfter(i - 1).Any(c => !char.IsWhiteSpace(c));

    private int ClauseStart(int i)
    {
        while (i > 0 && tokens[i - 1].Clause == tokens[i].Clause && GapBefore(i).AsSpan().IndexOfAny(Opening) < 0)
        {
            i--;
        }

        return i;
    }

    private string GapBefore(int i) => text[(i > 0 ? tokens[i - 1].End : Math.Max(0, tokens[0].Start - 2))..tokens[i].Start];

    private string GapAfter(int i) => text[tokens[i].End..(i + 1 < tokens.Count ? tokens[i + 1].Start : Math.Min(text.Length, tokens[i].End + 2))];

    private int At(PhraseSet words, int i) => words.At(tokens, i);

    private bool Any(Func<int, bool> predicate) => Enumerable.Range(0, tokens.Count).Any(predicate);

    private static readonly System.Buffers.SearchValues<char> Opening =
        System.Buffers.SearchValues.Create(":\"“”„«»([{—–*>|#‘\n");
}
