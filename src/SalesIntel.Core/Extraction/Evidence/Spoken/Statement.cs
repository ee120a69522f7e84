using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A claim that was checked, with how it was said.</summary>
/// <param name="Claim">The claim; its text is what would be written.</param>
/// <param name="Sentence">The sentences of the quote; null when it is not in the transcript.</param>
internal sealed record Statement(Claim Claim, ReadText? Sentence)
{
    /// <summary>True when the speaker takes back what was said before.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>True when he perhaps does.</summary>
    public bool IsWeakCorrection { get; init; }

    /// <summary>True when it begins by turning down what was just said.</summary>
    public bool IsDenial { get; init; }

    /// <summary>True when the speaker goes back to what he said before.</summary>
    public bool IsRetraction { get; init; }

    /// <summary>True when any of these words says so.</summary>
    public bool TakesBack => IsCorrection || IsWeakCorrection || IsDenial || IsRetraction;

    /// <summary>Where the quote begins in its turn.</summary>
    public int Start { get; init; }

    /// <summary>The sentences of the turn up to the quote, in which a correction names what it corrects.</summary>
    public ReadText? Before { get; init; }

    /// <summary>The names of persons in what was said.</summary>
    public HashSet<string> Names { get; init; } = [];

    /// <summary>All words in it that are names, of whatever.</summary>
    public HashSet<string> Terms { get; init; } = [];

    /// <summary>The positions that stand for persons in it.</summary>
    public HashSet<string> Roles { get; init; } = [];

    /// <summary>True when it counts only where it corrects or contradicts another one.</summary>
    public bool IsAside { get; init; }

    /// <summary>True when it is about what is aimed at.</summary>
    public bool IsGoal { get; init; }

    /// <summary>The side that said it.</summary>
    public MeetingSide Side { get; init; }

    public bool IsSupported => Claim.Support == ClaimSupport.Supported;
}
