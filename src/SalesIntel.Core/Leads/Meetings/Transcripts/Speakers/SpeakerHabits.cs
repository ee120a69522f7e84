namespace SalesIntel.Leads;

/// <summary>How the lines of a text's speakers look.</summary>
internal sealed class SpeakerHabits
{
    // With fewer lines there is nothing usual.
    private const int FewestLines = 3;

    // In scripts without capitals everything looks like a name that is short enough.
    private const int LongestSingleWord = 4;

    private readonly int[] forms = new int[SpeakerEvidence.Forms];
    private readonly int afterBlank;
    private readonly int bullets;
    private readonly int smallBeginnings;
    private readonly int known;

    internal SpeakerHabits(IEnumerable<NameEvidence> speakers)
    {
        foreach (var speaker in speakers)
        {
            Lines += speaker.Lines;
            afterBlank += speaker.AfterBlank;
            bullets += speaker.Bullets;
            smallBeginnings += speaker.SmallBeginnings;
            known += speaker.IsKnown ? 1 : 0;
            for (var form = SpeakerForm.Colon; form < SpeakerForm.Timed; form++)
            {
                forms[(int)form] += speaker.Of(form);
            }
        }
    }

    internal int Lines { get; }

    /// <summary>True when at least half of the lines have this form.</summary>
    internal bool IsMostly(SpeakerForm form) => forms[(int)form] * 2 >= Lines;

    /// <summary>True when the lines of a further name look as those of the speakers do.</summary>
    internal bool Include(string text, NameEvidence name) =>
        HasUsualForm(name)
        && (name.Words > 1 || known < 2)
        && (!NameShape.IsWithoutCase(text) || name.Words > 1 || text.Length <= LongestSingleWord)
        && IsUsual(afterBlank, name.AfterBlank)
        && IsUsual(bullets, name.Bullets)
        && IsUsual(Lines - bullets, name.Lines - name.Bullets)
        && IsUsual(Lines - smallBeginnings, name.Lines - name.SmallBeginnings);

    private bool HasUsualForm(NameEvidence name)
    {
        for (var form = SpeakerForm.Colon; form < SpeakerForm.Timed; form++)
        {
            if (name.Of(form) > 0 && IsMostly(form))
            {
                return true;
            }
        }

        return false;
    }

    // What holds for nearly all lines of the speakers must hold for this name.
    private bool IsUsual(int count, int own) => own > 0 || Lines < FewestLines || count * 10 < Lines * 9;
}
