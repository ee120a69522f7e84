namespace SalesIntel.Extraction;

/// <summary>The words of <c>Data/software.txt</c>: what has to stand together for a sentence to be meant for software.</summary>
internal static class SoftwareTerms
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Sections =
        DataFile.Sections("Extraction.Evidence.Data.software.txt");

    /// <summary>Names of nothing but software.</summary>
    public static PhraseSet Machines { get; } = new(Sections["machine"]);

    /// <summary>Helpers, who may be people.</summary>
    public static PhraseSet Helpers { get; } = new(Sections["helper"]);

    /// <summary>Software of any kind.</summary>
    public static PhraseSet Programs { get; } = new(Sections["program"]);

    public static PhraseSet Greetings { get; } = new(Sections["greeting"]);

    /// <summary>Words before an imperative.</summary>
    public static PhraseSet Leads { get; } = new(Sections["lead"]);

    public static PhraseSet Musts { get; } = new(Sections["must"]);

    /// <summary>What is asked of software that writes something down.</summary>
    public static PhraseSet Records { get; } = new(Sections["record"]);

    public static PhraseSet Ignores { get; } = new(Sections["ignore"]);

    /// <summary>What only software was told.</summary>
    public static PhraseSet Orders { get; } = new(Sections["orders"]);

    /// <summary>Orders of software where one of <see cref="Your"/> stands beside them.</summary>
    public static PhraseSet Rules { get; } = new(Sections["rules"]);

    public static PhraseSet Your { get; } = new(Sections["your"]);

    /// <summary>The end of what is to be read, and what begins behind it.</summary>
    public static PhraseSet Boundaries { get; } = new(Sections["boundary"]);

    /// <summary>What is filled in.</summary>
    public static PhraseSet Fields { get; } = new(Sections["field"]);

    public static PhraseSet Messages { get; } = new(Sections["message"]);

    public static PhraseSet To { get; } = new(Sections["to"]);

    public static PhraseSet The { get; } = new(Sections["the"]);

    /// <summary>Words between a helper and the machine that it is.</summary>
    public static PhraseSet Of { get; } = new(Sections["of"]);

    public static PhraseSet Tells { get; } = new(Sections["tell"]);

    public static PhraseSet Reads { get; } = new(Sections["reads"]);

    /// <summary>What such a reader has before it.</summary>
    public static PhraseSet This { get; } = new(Sections["this"]);

    /// <summary>Beginnings of what is said about any reader.</summary>
    public static PhraseSet Whoever { get; } = new(Sections["whoever"]);

    public static PhraseSet YouAre { get; } = new(Sections["you are"]);

    /// <summary>Who it shall be.</summary>
    public static PhraseSet Acts { get; } = new(Sections["act as"]);

    public static PhraseSet That { get; } = new(Sections["that clause"]);

    /// <summary>Words for what was said before.</summary>
    public static PhraseSet PointsBack { get; } = new(Sections["points back"]);

    /// <summary>The same where nothing but one of <see cref="BehindPointed"/> stands behind it.</summary>
    public static PhraseSet PointsBackAlone { get; } = new(Sections["points back alone"]);

    public static PhraseSet BehindPointed { get; } = new(Sections["behind what is pointed at"]);

    /// <summary>Machines that are other words, too.</summary>
    public static PhraseSet MachineOrWord { get; } = new(Sections["machine or word"]);

    public static PhraseSet I { get; } = new(Sections["i"]);

    /// <summary>Words for others, who do something.</summary>
    public static PhraseSet They { get; } = new(Sections["they"]);

    /// <summary>Words of <see cref="This"/> that are articles, too.</summary>
    public static PhraseSet ArticleOrThis { get; } = new(Sections["article or this"]);

    public static PhraseSet BehindRole { get; } = new(Sections["behind role"]);

    /// <summary>Those of <see cref="Leads"/> that join an imperative to what stands before it.</summary>
    public static PhraseSet JoiningLeads { get; } = new(Sections["joining lead"]);

    public static PhraseSet YouMust { get; } = new(Sections["you must"]);
}
