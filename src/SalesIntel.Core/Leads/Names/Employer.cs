namespace SalesIntel.Leads;

/// <summary>For whom a person works, as far as the mail domain and an answer tell: what people write behind their name.</summary>
/// <param name="email">The person's address; may be empty.</param>
/// <param name="company">The company as stated; may be empty.</param>
internal sealed class Employer(string email, string company)
{
    // Shorter ones begin too many words.
    private const int ShortestLabel = 4;

    private readonly string stated = Joined(WesternName.Words(company));
    private readonly string label = MailDomains.IsFreeMail(MailDomains.Of(email)) ? "" : Joined([MailDomains.Label(MailDomains.Of(email))]);
    private readonly string localPart = EmailAddress.TryParse(email, out var address) ? Joined([address.LocalPart]) : "";

    public static Employer Unknown { get; } = new("", "");

    /// <summary>True when what stands behind a name and a comma is the company and no first name.</summary>
    public bool Is(string[] words, string[] name)
    {
        var text = Joined(words);

        // An address is made of its owner's name, so that the domain may be a first name too.
        if (text.Length == 0 || localPart.Contains(Joined(words[..1]), StringComparison.Ordinal))
        {
            return false;
        }

        return text == stated || (label.Length > 0 && (text == label || (words.Length > 1 && name.Length > 1 && IsPartly(text, words[0]))));
    }

    // Quill Print of quill.example and of quillprinting.example.
    private bool IsPartly(string text, string first) =>
        label.Length >= ShortestLabel && (Joined([first]) == label || label.StartsWith(text, StringComparison.Ordinal)
            || text.StartsWith(label, StringComparison.Ordinal));

    private static string Joined(string[] words) => string.Concat(
        words.Where(word => !NameWords.IsRole(word)).SelectMany(word => LetterFolding.Phrase(word)).Where(char.IsLetterOrDigit));
}
