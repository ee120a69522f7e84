using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What of an answer belongs to which of the things that its question asks for.</summary>
internal static class AnswerParts
{
    private const int LongestScore = 5;
    private const int MostBehindNothing = 4;

    private static readonly string[] Separators = ["\n", ";", "|", " / ", " – ", " - ", "/", ","];

    /// <summary>What of an answer is about a topic; the whole of it where the question asks for nothing else, or where it can't be told
    /// apart;
    /// empty when nothing is.</summary>
    public static string Of(FormTopic topic, FormAnswer answer)
    {
        var topics = FormTopics.Of(answer.Question);
        if (!topics.Contains(topic))
        {
            return "";
        }

        var text = TextCleaner.Block(answer.Answer);
        if (IsNothing(topic, text))
        {
            return "";
        }

        if (topics.Count == 1 || IsProse(topic))
        {
            return text;
        }

        FormTopic[] brief = [.. topics.Where(one => !IsProse(one))];
        var own = brief.Length == 1 ? text : Split(text, brief).GetValueOrDefault(topic, "");
        return IsNothing(topic, own) ? "" : own;
    }

    private static bool IsNothing(FormTopic topic, string text) => topic switch
    {
        FormTopic.FirstName or FormTopic.LastName or FormTopic.FullName => Nothing.NamesNobody(text),
        FormTopic.Company or FormTopic.CompanyType or FormTopic.Industry or FormTopic.City or FormTopic.Role or FormTopic.Referral =>
            Nothing.NamesNothing(text),
        FormTopic.Tools or FormTopic.ToolsUsed => Nothing.NamesNothing(text),
        FormTopic.Pain => Nothing.IsNothing(text) || IsScore(text) || BeginsWithNothing(text),
        FormTopic.Timing => Nothing.IsNothing(text) || IsScore(text),
        _ => Nothing.IsNothing(text),
    };

    // "None, just curious", but not "None, but the export breaks".
    private static bool BeginsWithNothing(string text) => text.IndexOfAny([',', ';', '.', '-']) is > 0 and var end
        && Nothing.IsNothing(text[..end]) && TokenReader.Read(text[end..]) is { Length: <= MostBehindNothing } rest
        && !Array.Exists(rest, token => AnyLanguage.But.Contains(token.Text));

    // "Urgency (1-10): 8" tells neither when nor what hurts.
    private static bool IsScore(string text) => text.Length <= LongestScore && text.Any(char.IsAsciiDigit)
        && text.All(c => char.IsAsciiDigit(c) || c is '/' or ' ' or '.');

    private static bool IsProse(FormTopic topic) => topic is FormTopic.Tools or FormTopic.ToolsUsed or FormTopic.Pain or FormTopic.Goal
        or FormTopic.CompanyDescription or FormTopic.Timing or FormTopic.Budget or FormTopic.Authority or FormTopic.Referral;

    private static Dictionary<FormTopic, string> Split(string text, FormTopic[] topics)
    {
        var parts = Separate(text, topics.Length);
        var found = new Dictionary<FormTopic, string>();

        // What has a form of its own is known by it, in whatever order it was written.
        foreach (var topic in topics)
        {
            if (parts.Find(part => HasForm(topic, part)) is { } part)
            {
                found[topic] = part;
                parts.Remove(part);
            }
        }

        FormTopic[] rest = [.. topics.Where(topic => !found.ContainsKey(topic) && !NeedsForm(topic))];
        for (var i = 0; i < rest.Length && parts.Count > 0; i++)
        {
            // "Quill, Inc., Head of Design": what is too much belongs to the first.
            var count = i == 0 ? Math.Max(1, parts.Count - rest.Length + 1) : 1;
            found[rest[i]] = string.Join(", ", parts.Take(count));
            parts.RemoveRange(0, count);
        }

        return found;
    }

    private static List<string> Separate(string text, int wanted)
    {
        List<string> best = [text];
        foreach (var separator in Separators)
        {
            List<string> parts = [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            if (parts.Count == wanted)
            {
                return parts;
            }

            best = best.Count == 1 && parts.Count > 1 && separator != "/" ? parts : best;
        }

        return best;
    }

    private static bool NeedsForm(FormTopic topic) => topic is FormTopic.Website or FormTopic.Phone or FormTopic.Email;

    private static bool HasForm(FormTopic topic, string part) => topic switch
    {
        FormTopic.Website => FieldText.WebAddress(part).Length > 0,
        FormTopic.Phone => PhoneText.IsNumber(part),
        FormTopic.Email => EmailAddress.TryParse(part, out _),
        FormTopic.Country => CountryNames.Of(part).Length > 0,
        FormTopic.Staff or FormTopic.Users or FormTopic.Count => part.Any(char.IsAsciiDigit) && !PhoneText.IsNumber(part),
        _ => false,
    };
}
