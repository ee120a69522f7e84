namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>An exchange of a vocabulary. <c>S: question // B: answer</c> are turns; <c>=&gt;</c> separates what is said now from what is
/// said
/// later in the call; <c>~element</c> at the end names an element of which people could think that it is stated too.</summary>
internal sealed record Phrase
{
    private const string TurnMark = " // ";
    private const string LaterMark = " => ";
    private const string OpenMark = " ~";

    private Phrase(IReadOnlyList<IReadOnlyList<PhraseTurn>> parts, IReadOnlyList<string> open)
    {
        Parts = parts;
        Open = open;
        Also = [.. parts.SelectMany(turns => turns).SelectMany(turn => MarksOf(turn.Text)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What is said in one go, and what later.</summary>
    public IReadOnlyList<IReadOnlyList<PhraseTurn>> Parts { get; }

    /// <summary>Elements of which it can be disputed whether they are stated.</summary>
    public IReadOnlyList<string> Open { get; }

    /// <summary>Other elements that are stated too.</summary>
    public IReadOnlyList<string> Also { get; }

    /// <summary>Reads a line of a vocabulary.</summary>
    /// <param name="line">The line.</param>
    /// <param name="speaker">Who speaks where the line does not say it: S or T sells, B or C buys, X is anybody.</param>
    public static Phrase Of(string line, char speaker)
    {
        List<string> open = [];
        var text = line;
        while (text.LastIndexOf(OpenMark, StringComparison.Ordinal) is >= 0 and var at)
        {
            open.Add(ElementNames.Long(text[(at + OpenMark.Length)..].Trim()));
            text = text[..at];
        }

        return new Phrase([.. text.Split(LaterMark).Select(part => TurnsOf(part, speaker))], open);
    }

    private static List<PhraseTurn> TurnsOf(string part, char speaker)
    {
        List<PhraseTurn> turns = [];
        foreach (var turn in part.Split(TurnMark))
        {
            var text = turn.Trim();
            var named = text.Length > 2 && text[1] == ':' && "STBCX".Contains(text[0], StringComparison.Ordinal);
            turns.Add(named ? new PhraseTurn(text[0], text[2..].Trim()) : new PhraseTurn(speaker, text));
        }

        return turns;
    }

    private static IEnumerable<string> MarksOf(string text)
    {
        foreach (var mark in text.Split('[').Skip(1))
        {
            var equals = mark.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < mark.IndexOf(']', StringComparison.Ordinal))
            {
                yield return ElementNames.Long(mark[..equals]);
            }
        }
    }
}
