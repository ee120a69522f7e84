using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>Looks at what a written value of a meeting rests on.</summary>
internal sealed class Evidenced
{
    /// <summary>Looks.</summary>
    /// <param name="value">The value.</param>
    /// <param name="turns">The transcript.</param>
    /// <param name="sellers">The speakers who sell.</param>
    public Evidenced(FieldValue value, IReadOnlyList<TranscriptTurn> turns, IReadOnlySet<string> sellers)
    {
        var supported = value.Claims.Where(claim => claim.Support == ClaimSupport.Supported).ToArray();
        IsSupported = supported.Length > 0;
        Quotes = supported.Length;
        NotVerbatim = supported.Count(claim =>
            claim.Quote.Length == 0 || !turns.Any(turn => turn.Text.Contains(claim.Quote, StringComparison.Ordinal)));
        IsOfBuyers = supported.All(claim => !sellers.Contains(SpeakerOf(claim, turns)));
    }

    /// <summary>True when at least one claim behind it is supported.</summary>
    public bool IsSupported { get; }

    /// <summary>How many quotes it rests on.</summary>
    public int Quotes { get; }

    /// <summary>How many of them do not stand in the transcript word for word.</summary>
    public int NotVerbatim { get; }

    /// <summary>True when no seller said any of them.</summary>
    public bool IsOfBuyers { get; }

    private static string SpeakerOf(Claim claim, IReadOnlyList<TranscriptTurn> turns) =>
        claim.Turn is { } number && number <= turns.Count ? turns[number - 1].Speaker : claim.Speaker;
}
