namespace SalesIntel.Leads;

/// <summary>What a text shows about one name at the beginning of its lines.</summary>
internal sealed class NameEvidence
{
    private readonly int[] lines = new int[SpeakerEvidence.Forms];

    /// <summary>How much the name looks like one.</summary>
    internal required NameLikeness Likeness { get; init; }

    /// <summary>True for someone who is known to have been there.</summary>
    internal required bool IsKnown { get; init; }

    /// <summary>True for <c>Speaker 2</c> and its like.</summary>
    internal required bool IsNumbered { get; init; }

    /// <summary>True when all its words are those of headings.</summary>
    internal required bool IsHeading { get; init; }

    /// <summary>How many words it has.</summary>
    internal required int Words { get; init; }

    /// <summary>True when the name is taken for a speaker's.</summary>
    internal bool IsSpeaker { get; set; }

    /// <summary>Lines in any form.</summary>
    internal int Lines { get; private set; }

    /// <summary>Lines in the forms with a colon.</summary>
    internal int ColonLines { get; private set; }

    /// <summary>Lines after a blank one, or at the beginning.</summary>
    internal int AfterBlank { get; private set; }

    /// <summary>Lines that are items of a list.</summary>
    internal int Bullets { get; private set; }

    /// <summary>Lines whose words begin with a small letter or a digit.</summary>
    internal int SmallBeginnings { get; private set; }

    internal int Of(SpeakerForm form) => lines[(int)form];

    internal void Add(SpeakerLine line, bool isAfterBlank, bool isSmall)
    {
        lines[(int)line.Form]++;
        Lines++;
        ColonLines += line.HasColon ? 1 : 0;
        AfterBlank += isAfterBlank ? 1 : 0;
        Bullets += line.IsBullet ? 1 : 0;
        SmallBeginnings += isSmall ? 1 : 0;
    }
}
