namespace SalesIntel.Leads;

/// <summary>A speaker's name as a turn shows it, see <see cref="DisplayName"/>.</summary>
/// <param name="Name">The name alone, one line; empty when unknown.</param>
/// <param name="Remark">What stood beside it, such as a company, a role or an address; several remarks with <see cref="Between"/> between
/// them.</param>
internal readonly record struct SpeakerName(string Name, string Remark)
{
    /// <summary>What stands between several remarks.</summary>
    internal const string Between = " | ";

    internal static SpeakerName None => new("", "");

    /// <summary>The name in a text without a time.</summary>
    internal static SpeakerName Of(string received)
    {
        var line = TextCleaner.Name(received);
        if (Nothing.IsNoName(line))
        {
            return None;
        }

        // The label of a speaker without a name is no name with something beside it.
        var label = line.Trim(' ', '*', '[', ']', ':');
        if (SpeakerWords.IsNumberedSpeaker(label))
        {
            return new SpeakerName(label.Replace(':', ' '), "");
        }

        var shown = Unlabelled(DisplayName.Of(line));
        var comma = shown.Name.IndexOf(',', StringComparison.Ordinal);
        var isRole = comma > 0 && shown.Name[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(NameWords.IsRole);
        string[] beside = [.. shown.Remarks, isRole ? shown.Name[(comma + 1)..] : "", shown.Email?.Value ?? ""];
        var name = isRole ? shown.Name[..comma].TrimEnd() : shown.Name;
        var remark = string.Join(Between, beside.Select(TextCleaner.Name).Where(text => text.Length > 0));
        return name.Length > 0 ? new SpeakerName(name, remark)
            : shown.Email is { } email ? new SpeakerName(email.Value, "")
            : new SpeakerName(shown.Remarks.Count > 0 ? TextCleaner.Name(shown.Remarks[0]) : line, "");
    }

    // "Q (Ann Lee)" and "Speaker 1 (Ann Lee)" tell the name beside the label. One word beside a numbered speaker may be a company.
    private static DisplayName Unlabelled(DisplayName shown)
    {
        var label = shown.Name;
        return shown.Remarks is [var name, ..]
            && NameShape.Of(name) == NameLikeness.Strict && !NameShape.IsHeading(name) && !SpeakerWords.IsRole(name)
            && (SpeakerWords.IsLabel(label) || (SpeakerWords.IsNumberedSpeaker(label) && name.Contains(' ', StringComparison.Ordinal)))
            ? shown with { Name = name, Remarks = [.. SpeakerWords.IsRole(label) ? [label] : (string[])[], .. shown.Remarks.Skip(1)] }
            : shown;
    }
}
