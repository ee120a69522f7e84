using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>Bookings with free text and the two long meetings of the repository, each with the truth and a completion written by
/// hand.</summary>
internal static class RecordedCases
{
    private const string Folder = "recorded/";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EvaluationCase> All() =>
    [
        .. DataFiles.All.Where(file => file.StartsWith(Folder, StringComparison.Ordinal))
            .SelectMany(file => CorpusFolder.ReadBytes(DataFiles.Bytes(file), file, ProjectFolder.File(""))),
    ];
}
