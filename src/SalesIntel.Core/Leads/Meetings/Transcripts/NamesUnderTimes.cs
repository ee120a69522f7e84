namespace SalesIntel.Leads;

/// <summary>Tells whether a transcript has a name alone on the line below each time, as video editors write it: the time, the name, the words.
/// </summary>
internal static class NamesUnderTimes
{
    // Up to here each of them may be somebody else.
    private const int Few = 3;

    /// <summary>True when most times have a name below them, and names come back.</summary>
    internal static bool In(IReadOnlyList<TranscriptPart> parts)
    {
        var reader = new SpeakerLineReader();
        var times = 0;
        List<string> names = [];
        foreach (var part in parts)
        {
            var lines = new TextLines(part.Text);
            var isUnderTime = false;
            var name = "";
            while (lines.MoveNext())
            {
                // Words follow a name at once; a line with nothing below it was said.
                if (name.Length > 0 && !lines.IsBlank)
                {
                    names.Add(name);
                }

                name = isUnderTime && reader.TryRead(lines.Line, mayBeName: true, out var line) && IsName(line) ? line.Name.Name : "";
                isUnderTime = reader.TryRead(lines.Line, mayBeName: false, out var time) && time.Form == SpeakerForm.TimeLine;
                times += isUnderTime ? 1 : 0;
            }
        }

        return names.Count > 1 && names.Count * 3 >= times * 2
            && (names.Count <= Few || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count);
    }

    private static bool IsName(SpeakerLine line) => line is { Form: SpeakerForm.NameLine, Name.Name.Length: > 0 }
        && (SpeakerWords.IsNumberedSpeaker(line.Name.Name)
            || (NameShape.Of(line.Name.Name) == NameLikeness.Strict && !NameShape.IsHeading(line.Name.Name)));
}
