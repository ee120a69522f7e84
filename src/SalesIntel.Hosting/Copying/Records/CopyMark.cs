namespace SalesIntel.Hosting.Copying;

/// <summary>The note in the target, as a shared value, that it holds a copy: from where, and whether all has arrived. It is not copied
/// itself.</summary>
internal static class CopyMark
{
    public const string Key = "copy:mark";

    /// <summary>For so long a copy that was cut off can be gone on with.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private const string Done = "done ";
    private const string Begun = "begun ";

    public static string OfBegun(string source) => Begun + source;

    public static string OfDone(string source) => Done + source;

    public static bool IsBegun(string mark, string source) => mark == OfBegun(source);

    public static bool IsDone(string mark) => mark.StartsWith(Done, StringComparison.Ordinal);

    /// <summary>From where.</summary>
    public static string SourceOf(string mark) => mark[(mark.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
