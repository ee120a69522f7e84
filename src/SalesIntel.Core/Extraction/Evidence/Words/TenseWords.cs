namespace SalesIntel.Extraction;

/// <summary>The words and endings of one language that tell whether something is, was, or is meant to be; what each is for stands in
/// <c>Data/README.md</c>.</summary>
internal sealed class TenseWords(LanguageData data)
{
    /// <summary>Words of what is meant to be, wanted or awaited.</summary>
    public PhraseSet Plans { get; } = new(data["plan"]);

    /// <summary>What a plan is short for behind an apostrophe: "they'll".</summary>
    public string[] ShortPlans { get; } = [.. data["short plan"]];

    /// <summary>Verbs of the past.</summary>
    public PhraseSet Pasts { get; } = new(data["past"]);

    /// <summary>Words of what was and is no more.</summary>
    public PhraseSet Overs { get; } = new(data["over"]);

    /// <summary>Words that look like forms of a tense and are none.</summary>
    public PhraseSet NoTense { get; } = new(data["no tense"]);

    /// <summary>Words of what is now.</summary>
    public FrozenSet<string> Presents { get; } = data.Words("present");

    /// <summary>Words for who does something.</summary>
    public FrozenSet<string> Subjects { get; } = data.Words("subject");

    /// <summary>Verbs that make a past with a participle.</summary>
    public FrozenSet<string> Auxiliaries { get; } = data.Words("auxiliaries");

    /// <summary>Verbs before a participle that tells of no past: "is required".</summary>
    public FrozenSet<string> Being { get; } = data.Words("being");

    /// <summary>Words near a participle that tells of no past: "soll freigegeben werden".</summary>
    public FrozenSet<string> Passives { get; } = data.Words("passive");

    /// <summary>Words right before an infinitive that looks like a participle.</summary>
    public FrozenSet<string> Infinitives { get; } = data.Words("infinitive");

    /// <summary>Endings of participles, with accents.</summary>
    public string[] Participles { get; } = [.. data["participles"]];

    /// <summary>What only participles have within.</summary>
    public string[] ParticipleMarks { get; } = [.. data["participle marks"]];

    /// <summary>Endings of verbs of the past, with accents.</summary>
    public string[] PastEndings { get; } = [.. data["past endings"]];

    /// <summary>Endings of verbs of the future, with accents.</summary>
    public string[] FutureEndings { get; } = [.. data["future endings"]];

    /// <summary>Endings that verbs have in any tense, for who does something.</summary>
    public string[] PresentEndings { get; } = [.. data["present endings"]];
}
