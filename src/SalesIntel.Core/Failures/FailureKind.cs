namespace SalesIntel.Failures;

/// <summary>The kinds of failures.</summary>
internal enum FailureKind
{
    /// <summary>The provider is away: wait, charge nothing.</summary>
    Paused,

    /// <summary>May succeed later: retry, up to a limit.</summary>
    Transient,

    /// <summary>Will not succeed: give up at once.</summary>
    Permanent,
}
