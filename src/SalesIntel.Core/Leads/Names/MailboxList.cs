using System.Buffers;

namespace SalesIntel.Leads;

/// <summary>Reads the people of a text: the lists of RFC 5322, of Outlook (semicolons, and commas within names) and of relays.</summary>
internal static partial class MailboxList
{
    private const string LineEnds = "\r\n";
    private const string Semicolons = ";；、";
    private const string Commas = ",，|";

    private static readonly SearchValues<char> OfAddress =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@._+-");

    // What is longer is no name with a degree behind it.
    private const int LongestName = 200;

    private const int ShortestWord = 3;

    /// <summary>The people, in order. A comma separates people only where nothing stronger does:
    /// <c>Lee, Ann &lt;…&gt;; Ray, Bob &lt;…&gt;</c> are two.</summary>
    public static IReadOnlyList<Mailbox> Read(string text)
    {
        // Most texts are an address and nothing else.
        if (!text.AsSpan().ContainsAnyExcept(OfAddress) && text is not (['.', ..] or [.., '.']) && EmailAddress.TryParse(text, out var only))
        {
            return [new Mailbox("", only)];
        }

        var parts = PhraseParts.Split(Members(text), LineEnds).SelectMany(line => PhraseParts.Split(line, Semicolons)).ToList();
        return [.. parts.SelectMany(part => ByComma(part, isOne: parts.Count > 1 && Mailbox.Count(part) < 2)).SelectMany(Mailbox.In)];
    }

    /// <summary>The address that a text is, also with a name before it: <c>Ann Lee &lt;ann@lee.example&gt;</c>. Null when there is none, or
    /// several of which nobody knows which is meant; and in <c>ann lee@lee.example</c> nothing tells whether "ann" is a part of it.</summary>
    public static EmailAddress? OnlyAddress(string text) => EmailAddress.TryParse(text, out var whole) ? whole
        : Read(text) is [{ Email: { } address, Name: var name }] && (name.Length == 0 || text.Contains('<', StringComparison.Ordinal)) ? address
        : null;

    // "Team: ann@lee.example, bob@lee.example;" is a group, and its name is nobody's.
    private static string Members(string text) => Group().Match(text) is { Success: true } group ? group.Groups["members"].Value : text;

    private static List<string> ByComma(string text, bool isOne)
    {
        List<string> people = [];
        foreach (var part in PhraseParts.Split(text, Commas))
        {
            if (people.Count > 0 && people[^1].Length < LongestName && BelongsTogether(people[^1], part, isOne))
            {
                people[^1] += $", {part}";
            }
            else
            {
                people.Add(part);
            }
        }

        return people;
    }

    // "Lee, Ann <ann@lee.example>" and "Ann Lee, PhD" are one person each, "Bob, Ann Lee <ann@lee.example>" are two. Nothing is certain
    // here: a part without an address belongs to the name behind it where both are a single word, or where the address has its words.
    private static bool BelongsTogether(string before, string part, bool isOne)
    {
        if (PhraseParts.IsQuoted(before) || PhraseParts.IsQuoted(part))
        {
            return false;
        }

        var behind = Mailbox.In(part).FirstOrDefault(new Mailbox("", null));
        var name = WesternName.Words(behind.Name);
        if (name.Length > 0 && Array.TrueForAll(name, NameWords.IsSuffixAfterComma))
        {
            return true;
        }

        if (isOne || behind.Email is not { } email || Mailbox.Count(before) > 0)
        {
            return isOne && Mailbox.Count(before) == 0;
        }

        var words = WesternName.Words(before).Where(word => !NameWords.IsParticle(word)).ToList();
        return (words.Count == 1 && name.Length == 1)
            || words.Exists(word => !name.Contains(word, StringComparer.OrdinalIgnoreCase) && IsIn(email, word));
    }

    private static bool IsIn(EmailAddress email, string word)
    {
        var (local, part) = (Comparable(email.LocalPart), Comparable(word));
        return part.Length >= ShortestWord && local.Contains(part, StringComparison.Ordinal);
    }

    private static string Comparable(string text) => PersonName.ComparisonKeys(LetterFolding.Phrase(text)).Joined;

    [GeneratedRegex(@"^[^@<>:;,""()]+:(?<members>[^:]*);\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
