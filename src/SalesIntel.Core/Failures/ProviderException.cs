namespace SalesIntel.Failures;

/// <summary>A call to an outside system failed. Its message says what was wrong and what to do, holds no personal data and
/// no secret, and may be shown in logs, alerts and error answers.</summary>
/// <param name="provider">The system's name in lower case, e.g. <c>gemini</c>.</param>
/// <param name="code">The provider's error code or our name of the failure, e.g. <c>INVALID_DATA</c>, <c>timeout</c>.</param>
/// <param name="message">What was wrong and what to do.</param>
/// <param name="inner">The cause, if any.</param>
public class ProviderException(string provider, string code, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The outside system.</summary>
    public string Provider { get; } = provider;

    /// <summary>The provider's error code or our name of the failure.</summary>
    public string Code { get; } = code;

    /// <summary>True when the same call may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>True when the provider itself is down, overloaded or refuses everyone (credentials, quota): other calls would
    /// fail too, so it is better to pause than to burn retries.</summary>
    public bool IsOutage { get; init; }

    /// <summary>How long the provider asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when a write may have been carried out although the call failed: look before repeating.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>True when the record that was to be written is held by somebody else for a while (being edited, merged, reviewed): the same
    /// call will succeed when they have finished, which may take hours.</summary>
    public bool IsRecordBusy { get; init; }

    /// <summary>True when the call was not made because others go first: the same call will be made after <see cref="RetryAfter"/>, and no
    /// attempt is used up.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>True when the call was let through because nothing was known to be wrong with the provider; set by the gate.</summary>
    internal bool MetClosedCircuit { get; set; }
}
