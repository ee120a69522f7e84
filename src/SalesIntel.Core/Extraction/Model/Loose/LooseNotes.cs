namespace SalesIntel.Extraction;

/// <summary>What is said of a completion that was mended. For people; nothing of the completion is in it.</summary>
internal static class LooseNotes
{
    public const string Quotes = "other quotation marks";
    public const string InnerQuotes = "quotation marks inside it that were not escaped";
    public const string NoEnd = "its end is told by what follows";
    public const string Escape = "an escape that JSON does not have";
    public const string HalfCharacter = "half a character";
    public const string RawLine = "a line break inside it";
    public const string Literal = "a word of another language than JSON";
    public const string Bare = "it had no quotation marks";
    public const string Number = "a number in another form";
    public const string Joined = "several strings joined";
    public const string Comment = "comments";
    public const string Separator = "separators";
    public const string Closer = "closing brackets";
    public const string Repeated = "it comes more than once, the last one counts";
    public const string LeftOut = "the model left something out of it";
    public const string Prose = "words between the members";
    public const string Several = "there are several answers, the last one counts";
    public const string Wrapped = "it was written inside a string";
    public const string CutList = "the end of the list is missing";

    public const string Cut = "it may have been cut";
    public const string NoValue = "it has no value";
    public const string Unclear = "where it ends is not clear";
    public const string Deep = "it is nested too deeply";
}
