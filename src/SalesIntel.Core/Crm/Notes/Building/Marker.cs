namespace SalesIntel.Crm;

/// <summary>The line at the end of a note or task by which it is found again when the answer to its creation was lost.</summary>
internal static class Marker
{
    /// <summary>How every marker begins.</summary>
    public const string Prefix = "SalesIntel ref ";

    /// <summary>The marker of what a note or task is about, e.g. of <c>note:booking:{invitee}</c>.</summary>
    public static string Of(string subject) => Prefix + Digest.Of(subject, 12);

    /// <summary>The marker of a further note about the same: the ones before it were edited by a person and stay.</summary>
    /// <param name="subject">What the note is about.</param>
    /// <param name="edition">Which note it is, from 1.</param>
    public static string Of(string subject, int edition) => Of(edition > 1 ? FormattableString.Invariant($"{subject}#{edition}") : subject);
}
