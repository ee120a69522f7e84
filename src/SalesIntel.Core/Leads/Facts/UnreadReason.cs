namespace SalesIntel.Leads;

/// <summary>Why nothing that is said in a meeting was taken for the customer's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnreadReason>))]
public enum UnreadReason
{
    /// <summary>Rules do not take it for a meeting in which something is sold. A language model reads such meetings.</summary>
    [JsonStringEnumMemberName("nothing_sold")]
    NothingSold,

    /// <summary>All who speak are the team's own people.</summary>
    [JsonStringEnumMemberName("only_our_people")]
    OnlyOurPeople,

    /// <summary>Nobody who speaks is known to be the customer's.</summary>
    [JsonStringEnumMemberName("customer_unknown")]
    CustomerUnknown,
}
