using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells of a meeting as a whole why nothing in it can be taken for the customer's words.</summary>
internal static class CustomerWords
{
    private const string Again = "then extract again (events replay ID --reextract)";

    /// <summary>Why nobody's words count, as far as it is known who speaks; null when somebody's do, and when nobody speaks.</summary>
    public static UnreadReason? Missing(Meeting meeting, TeamOptions team)
    {
        var turns = new SpokenTurns(meeting, team);
        var sides = meeting.Transcript.Select(turn => turn.Speaker).Distinct(StringComparer.Ordinal).Select(turns.SideOf).ToHashSet();
        return sides.Count == 0 || sides.Contains(MeetingSide.Buyer) ? null
            : sides.Contains(MeetingSide.Unknown) ? UnreadReason.CustomerUnknown
            : UnreadReason.OnlyOurPeople;
    }

    /// <summary>True where nothing tells how the customer stands: nobody speaks, or none of his words are known.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="reason">Why nothing of it can be taken; null where something can.</param>
    public static bool AreMissing(Meeting meeting, UnreadReason? reason) =>
        meeting.Transcript.Count == 0 || reason is UnreadReason.OnlyOurPeople or UnreadReason.CustomerUnknown;

    /// <summary>True for a meeting in a language that the rules for meetings do not read.</summary>
    public static bool AreForeign(Meeting meeting, TeamOptions team) => new SpokenTurns(meeting, team).Language.Code != RelationScores.Language;

    /// <summary>The reason as an issue, with what to do.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="isForeign">True where the meeting is in a language that rules do not read.</param>
    public static string IssueOf(UnreadReason reason, bool isForeign = false) => reason switch
    {
        UnreadReason.CustomerUnknown => "speakers: nobody who speaks is known to be the customer's, so that nothing counts as the "
            + $"customer's words; name your mail domains in READAI_CUSTOMER_DOMAINS and see that the recorder sends names and addresses, {Again}",
        UnreadReason.OnlyOurPeople => "speakers: all are your own people, so that nothing counts as the customer's words; if one of them is "
            + $"a customer, correct READAI_CUSTOMER_DOMAINS, {Again}",
        _ when isForeign => "meeting: the rules read English, and this meeting is in another language, so that they took nothing of what is said; "
            + $"set up a language model, which reads it, {Again}",
        _ => "meeting: the rules do not take it for one in which something is sold, and took nothing of what is said; if it is one, set up "
            + $"a language model, which reads it, {Again}",
    };
}
