namespace SalesIntel.Leads;

/// <summary>How speakers are shown: by their name alone, but with the company where two speakers have the same name.</summary>
internal sealed class SpeakerTitles
{
    private readonly Dictionary<string, string> companies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> shared = new(StringComparer.OrdinalIgnoreCase);

    internal SpeakerTitles(IEnumerable<TranscriptPart> parts)
    {
        foreach (var speaker in parts.Select(part => part.Speaker).Where(speaker => speaker.Remark.Length > 0))
        {
            var company = CompanyOf(speaker);
            if (company.Length > 0 && !companies.TryAdd(speaker.Name, company)
                && !companies[speaker.Name].Equals(company, StringComparison.OrdinalIgnoreCase))
            {
                shared.Add(speaker.Name);
            }
        }
    }

    internal string Of(SpeakerName speaker) =>
        shared.Contains(speaker.Name) && CompanyOf(speaker) is { Length: > 0 } company ? $"{speaker.Name} ({company})" : speaker.Name;

    private static string CompanyOf(SpeakerName speaker) =>
        speaker.Remark.Split(SpeakerName.Between).FirstOrDefault(remark => !SpeakerWords.IsRole(remark)) ?? "";
}
