namespace SalesIntel.Zoho.Client;

/// <summary>An access token as it is shared between processes.</summary>
internal sealed record AccessToken
{
    /// <summary>Goes into the <c>Authorization</c> header.</summary>
    public required string Token { get; init; }

    /// <summary>What the token answer said about where the API is; null when it said nothing.</summary>
    public string? ApiDomain { get; init; }

    /// <summary>When one process begins to fetch the next, while all go on with this one, by the clock of whoever has fetched it.</summary>
    public DateTimeOffset RefreshFrom { get; init; }

    /// <summary>For how long it lives, from when it was asked for. Null for one that an older version has kept.</summary>
    public TimeSpan? Life { get; init; }

    /// <summary>When it must no longer be used, by the same clock; a little earlier than when Zoho ends it.</summary>
    public required DateTimeOffset UseUntil { get; init; }

    /// <summary>Which credentials it was made with, so that changed ones do not use it up.</summary>
    public required string Credentials { get; init; }

    /// <summary>True for one that this process has fetched; false for one that it was told of.</summary>
    [JsonIgnore]
    public bool IsFetchedHere { get; init; }
}
