namespace SalesIntel.Zoho.Client;

/// <summary>One call of the API.</summary>
internal sealed record ZohoCall
{
    /// <summary>GET, POST, PUT or DELETE.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Address below <c>/crm/v8/</c>, already percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>What the call does, for messages and logs; holds no values.</summary>
    public required string Operation { get; init; }

    /// <summary>The OAuth scopes without which Zoho refuses it.</summary>
    public required string Scopes { get; init; }

    /// <summary>JSON; null for a read.</summary>
    public byte[]? Body { get; init; }

    /// <summary>How many records it writes: Zoho allows fewer calls at a time that write more than ten.</summary>
    public int Records { get; init; }

    /// <summary>Who goes first.</summary>
    public ZohoPriority Priority { get; init; }

    /// <summary>True for a call of which Zoho allows fewer at a time,
    /// https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.</summary>
    public bool IsHeavy => Records > 10 || IsQuery || Path.EndsWith("/actions/convert", StringComparison.Ordinal);

    /// <summary>False where a second attempt would hold up something more important.</summary>
    public bool RetryRead { get; init; } = true;

    /// <summary>True for a call that only reads although it is sent with POST.</summary>
    public bool IsQuery { get; init; }

    /// <summary>True when doing it twice may do it twice, so that a lost answer leaves the outcome open.</summary>
    public bool LeavesOutcomeOpen => Method == HttpMethod.Post && !IsQuery;
}
