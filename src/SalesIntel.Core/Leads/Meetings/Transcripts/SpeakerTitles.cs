namespace SalesIntel.Leads;

/// <summary>How speakers are shown: by their name alone, but with the company where two speakers have the same name.</summary>
internal sealed class SpeakerTitles
{
    private readonly Dictionary<string, string> companies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> shared = new(StringComparer.OrdinalIgnoreCase);

    internal SpeakerTitles(IEnumerable<TranscriptPart> parts)
    {
        foreach (var (name, qualifier) in parts.Select(part => part.Speaker).Where(IsCompany))
        {
            if (!companies.TryAdd(name, qualifier) && !companies[name].Equals(qualifier, StringComparison.OrdinalIgnoreCase))
            {
                shared.Add(name);
            }
        }
    }

    internal string Of(SpeakerName speaker) =>
        shared.Contains(speaker.Name) && IsCompany(speaker) ? $"{speaker.Name} ({speaker.Qualifier})" : speaker.Name;

    private static bool IsCompany(SpeakerName speaker) => speaker.Qualifier.Length > 0 && !SpeakerWords.IsRole(speaker.Qualifier);
}
