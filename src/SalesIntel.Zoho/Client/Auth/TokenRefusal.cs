namespace SalesIntel.Zoho.Client;

/// <summary>Why no token was handed out, kept for a while so that nobody asks again too soon.</summary>
internal sealed record TokenRefusal
{
    /// <summary>Zoho's error, or our name of the failure.</summary>
    public required string Code { get; init; }

    /// <summary>When the next attempt may be made, by the clock of whoever was refused.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How long it was to last from then on. Null for one that an older version has kept.</summary>
    public TimeSpan? Lasts { get; init; }

    /// <summary>True when the next attempt may succeed without a change of the configuration.</summary>
    public required bool IsTransient { get; init; }

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>Which credentials were refused.</summary>
    public required string Credentials { get; init; }

    /// <summary>How often in succession it was refused so.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The data centre that took the credentials where the configured one did not.</summary>
    public string? DataCenter { get; init; }
}
