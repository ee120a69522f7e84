using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>The line at the end of a note or task by which it is found again when the answer to its creation was lost.</summary>
internal static class Marker
{
    /// <summary>The marker of what a note or task is about, e.g. of <c>note:booking:{invitee}</c>.</summary>
    public static string Of(string subject) => "SalesIntel ref " + Digest.Of(subject, 12);
}
