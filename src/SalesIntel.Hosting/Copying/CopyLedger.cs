namespace SalesIntel.Hosting.Copying;

/// <summary>Remembers what was copied, to compare it with what the target gives back.</summary>
/// <param name="time">The clock.</param>
internal sealed class CopyLedger(TimeProvider time)
{
    private const int MostProblems = 50;

    // All of the first, then one of many.
    private const int First = 1000;
    private const int OneOf = 100;

    // What ends before the target is looked at is not missed there.
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    private readonly Dictionary<RecordKind, long> copied = [];
    private readonly Dictionary<RecordKind, long> found = [];
    private readonly Dictionary<(RecordKind Kind, string Identity), (string Fingerprint, DateTimeOffset? End)> samples = [];
    private readonly List<(RecordKind Kind, DateTimeOffset End)> ending = [];
    private readonly List<string> problems = [];

    public IReadOnlyDictionary<RecordKind, long> Copied => OfEachKind(copied);

    public IReadOnlyDictionary<RecordKind, long> Found => OfEachKind(found);

    public long Compared { get; private set; }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>True when all that could be read is in the target.</summary>
    public bool HasArrived { get; private set; } = true;

    public void Add(StoreRecord record)
    {
        var count = copied[record.Kind] = copied.GetValueOrDefault(record.Kind) + 1;
        var end = time.GetUtcNow() + record.Life;
        if (record.Life < Soon)
        {
            ending.Add((record.Kind, end!.Value));
        }

        if (count <= First || count % OneOf == 0)
        {
            samples[(record.Kind, record.Identity)] = (record.Fingerprint(), end);
        }
    }

    /// <summary>Notes a problem, such as what can't be read and is left out.</summary>
    public void Note(string problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
        }
    }

    /// <summary>Takes in what the target gives back.</summary>
    public void Compare(StoreRecord record)
    {
        found[record.Kind] = found.GetValueOrDefault(record.Kind) + 1;
        if (samples.Remove((record.Kind, record.Identity), out var expected))
        {
            Compared++;
            if (expected.Fingerprint != record.Fingerprint())
            {
                Miss($"{record.Kind} {Name(record.Kind, record.Identity)} is not the same in the target.");
            }
        }
    }

    /// <summary>All of the target was given back.</summary>
    /// <param name="mayHoldMore">The target held something before.</param>
    public void Conclude(bool mayHoldMore)
    {
        var now = time.GetUtcNow();
        foreach (var ((kind, identity), _) in samples.Where(sample => sample.Value.End is null || sample.Value.End > now))
        {
            Miss($"{kind} {Name(kind, identity)} is not in the target.");
        }

        foreach (var (kind, count) in copied)
        {
            var ended = ending.Count(one => one.Kind == kind && one.End <= now);
            var there = found.GetValueOrDefault(kind);
            if (there < count - ended || (there > count && !mayHoldMore))
            {
                Miss($"{count} of {kind} were copied, and there are {there} in the target.");
            }
        }
    }

    private void Miss(string problem)
    {
        HasArrived = false;
        Note(problem);
    }

    private static Dictionary<RecordKind, long> OfEachKind(Dictionary<RecordKind, long> counts) =>
        Enum.GetValues<RecordKind>().ToDictionary(kind => kind, kind => counts.GetValueOrDefault(kind));

    // The others may be an address, or hold one.
    private static string Name(RecordKind kind, string identity) =>
        kind is RecordKind.Event or RecordKind.Circuit or RecordKind.Lane ? identity : "(its name may be personal data)";
}
