namespace SalesIntel.Hosting.Copying;

/// <summary>What a copy from one store to another has done, and what the check of it has found; as <c>store copy --json</c> prints
/// it.</summary>
internal sealed record CopyReport
{
    /// <summary>Where it came from, without a password.</summary>
    public required string From { get; init; }

    /// <summary>Where it went, without a password.</summary>
    public required string To { get; init; }

    /// <summary>True when it went on with a copy that had been cut off.</summary>
    [JsonPropertyName("continued")]
    public required bool IsContinued { get; init; }

    /// <summary>Records that were written, by what they are; of each kind a number.</summary>
    public required IReadOnlyDictionary<RecordKind, long> Copied { get; init; }

    /// <summary>Records that are in the target afterwards, by what they are; of each kind a number.</summary>
    public required IReadOnlyDictionary<RecordKind, long> Found { get; init; }

    /// <summary>Records that were read back from the target and compared.</summary>
    public required long Compared { get; init; }

    /// <summary>What was left out because it can't be read, and what is not in the target as it should be, one sentence each; empty when the
    /// copy is whole.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}
