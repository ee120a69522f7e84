namespace SalesIntel.Zoho.Client;

/// <summary>Which edition an organisation has.</summary>
public sealed record ZohoLicense
{
    /// <summary>False in a trial and in the free edition.</summary>
    [JsonPropertyName("paid")]
    public bool? IsPaid { get; init; }

    /// <summary>The edition, e.g. <c>free</c> or <c>enterprise</c>.</summary>
    [JsonPropertyName("paid_type")]
    public string? PaidType { get; init; }

    /// <summary>The edition on trial; null without one.</summary>
    [JsonPropertyName("trial_type")]
    public string? TrialType { get; init; }

    /// <summary>When the trial ends, as Zoho writes it; null without one.</summary>
    [JsonPropertyName("trial_expiry")]
    public string? TrialExpiry { get; init; }

    /// <summary>The edition at a moment: that of a trial which has not ended, else the one that is paid for.</summary>
    public string? EditionAt(DateTimeOffset now) =>
        IsPaid != true && TrialType is { Length: > 0 }
            && DateTimeOffset.TryParse(TrialExpiry, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) && end > now
                ? TrialType
                : PaidType;
}
