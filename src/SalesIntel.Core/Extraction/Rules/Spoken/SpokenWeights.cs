namespace SalesIntel.Extraction;

/// <summary>How much a sentence speaks for an element: by its cues, and by what stands around it.</summary>
internal sealed record SpokenWeights
{
    /// <param name="sections">The file: what <see cref="CueWeights"/> reads, and in <c>[context]</c>, where what stands around and what the network
    /// reads count, the lines of <see cref="ContextWeights"/>.</param>
    /// <param name="network">What reads the words of a sentence; null for none.</param>
    public SpokenWeights(IReadOnlyDictionary<string, IReadOnlyList<string>> sections, SentenceNetwork? network)
    {
        Network = network;
        Cues = new CueWeights(sections);
        Context = network is not null && sections.TryGetValue("context", out var context) ? new ContextWeights(context, Cues.Count) : null;
    }

    /// <summary>How much cues count.</summary>
    public CueWeights Cues { get; }

    /// <summary>What reads the words of a sentence; null for none.</summary>
    public SentenceNetwork? Network { get; }

    /// <summary>What tells how statements relate; null for what is shipped.</summary>
    public RelationScores? Relations { get; private init; }

    /// <summary>The same weights with something else that tells how statements relate.</summary>
    public SpokenWeights With(RelationScores relations) => this with { Relations = relations };

    /// <summary>How much what stands around counts; null when it does not.</summary>
    public ContextWeights? Context { get; }
}
