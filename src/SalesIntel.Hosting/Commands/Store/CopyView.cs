using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Copying;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary>What <c>store copy --json</c> prints.</summary>
/// <param name="From">Where it came from, without a password.</param>
/// <param name="To">Where it went, without a password.</param>
/// <param name="Continued">True when it went on with a copy that had been cut off.</param>
/// <param name="Copied">Records that were written, by what they are.</param>
/// <param name="Found">Records that are in the target afterwards, by what they are.</param>
/// <param name="Compared">Records that were read back and compared.</param>
/// <param name="Problems">What is missing, one sentence each.</param>
internal sealed record CopyView(
    string From,
    string To,
    bool Continued,
    IReadOnlyDictionary<string, long> Copied,
    IReadOnlyDictionary<string, long> Found,
    long Compared,
    IReadOnlyList<string> Problems)
{
    public static CopyView Of(CopyReport report) => new(
        report.From, report.To, report.IsContinued, ByWord(report.Copied), ByWord(report.Found), report.Compared, report.Problems);

    public string ToJson() => JsonSerializer.Serialize(this, StoreJson.Readable.CopyView);

    private static Dictionary<string, long> ByWord(IReadOnlyDictionary<RecordKind, long> counts) =>
        Enum.GetValues<RecordKind>().ToDictionary(Words.Of, kind => counts.GetValueOrDefault(kind));
}
