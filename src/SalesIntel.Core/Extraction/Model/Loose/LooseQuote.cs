using System.Buffers;

namespace SalesIntel.Extraction;

/// <summary>How a string begins, and so how it can end.</summary>
/// <param name="Mark">The character; of a family of quotation marks the one that it began with.</param>
/// <param name="Width">How often it stands at each end: once, twice as in CSV, three times as in Python.</param>
/// <param name="Lead">Characters before it that belong to it: a backslash, or the prefix that Python has.</param>
/// <param name="IsEscaped">True when a backslash stands before each end.</param>
internal readonly record struct LooseQuote(char Mark, int Width, int Lead = 0, bool IsEscaped = false)
{
    private const string Double = "\"“”„‟＂";
    private const string Single = "'‘’‚‛";

    private static readonly SearchValues<char> DoubleStops = SearchValues.Create("\\\n" + Double);
    private static readonly SearchValues<char> SingleStops = SearchValues.Create("\\\n" + Single);
    private static readonly SearchValues<char> OtherStops = SearchValues.Create("\\\n`»");

    /// <summary>Characters at the beginning.</summary>
    public int Length => Width + Lead;

    /// <summary>True for the marks of JSON, one at each end.</summary>
    public bool IsPlain => this == new LooseQuote('"', 1);

    /// <summary>What may end it or be taken for its end.</summary>
    public string Ends => Mark switch
    {
        '`' => "`",
        '«' => "»",
        _ when Single.Contains(Mark) => Width > 1 ? "'" : Single,
        _ when Width > 1 => "\"",
        _ => Double,
    };

    /// <summary>What is looked at while it is read.</summary>
    public SearchValues<char> Stops => Ends[0] switch
    {
        '"' => DoubleStops,
        '\'' => SingleStops,
        _ => OtherStops,
    };

    /// <summary>True for a character with which a string can begin.</summary>
    public static bool IsMark(char c) => Double.Contains(c) || Single.Contains(c) || c is '`' or '«';
}
