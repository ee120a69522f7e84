using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What is remembered of a note that was written, beside its id: which one about its subject it is, what it says about the call
/// before, and the digests of its text. A text in the CRM with another digest was edited by a person.</summary>
/// <param name="Edition">Which note about its subject it is, from 1; the ones before it were edited and stay.</param>
/// <param name="Since">Digest of what it says about the call before.</param>
/// <param name="Digests">Digests of the text: of the one that was written last and, while it is not known whether a write was carried out,
/// of the one before it. Empty for notes of a version that kept none.</param>
internal sealed record NoteTrace(int Edition, string Since, IReadOnlyList<string> Digests)
{
    private const char Separator = ' ';
    private const int DigestDigits = 16;

    private static readonly NoteTrace None = new(1, "", []);

    /// <summary>True when the text is known.</summary>
    public bool IsKnown => Digests.Count > 0;

    /// <summary>Under which name it stands among a lead's references.</summary>
    public static string Key(string subject) => $"written:{subject}";

    /// <summary>What is remembered of a lead's note.</summary>
    public static NoteTrace Of(LeadRecord lead, string subject) =>
        lead.References.TryGetValue(Key(subject), out var text)
        && text.Split(Separator) is [var edition, var since, .. { Length: > 0 } digests]
        && int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new NoteTrace(number, since, digests)
            : None;

    /// <summary>The same for a note that is about to be written: its text or the one before may stand in the CRM.</summary>
    public NoteTrace Writing(CrmNote note, string since) =>
        this with { Since = since, Digests = [.. Digests.Append(DigestOf(note.Content)).Distinct()] };

    /// <summary>The same for a note that was written.</summary>
    public NoteTrace Written(CrmNote note, string since) => this with { Since = since, Digests = [DigestOf(note.Content)] };

    /// <summary>For a further note about the subject.</summary>
    public NoteTrace Next() => new(Edition + 1, "", []);

    /// <summary>True when the text is one that we wrote; a CRM whose notes have formats shows it with tags and entities.</summary>
    public bool IsOurs(string text) => Digests.Contains(DigestOf(text)) || Digests.Contains(DigestOf(MarkupText.Plain(text)));

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(Separator, Digests.Prepend(Since).Prepend(Edition.ToString(CultureInfo.InvariantCulture)));

    private static string DigestOf(string text) => Digest.Of(TextCleaner.Printed(text), DigestDigits);
}
