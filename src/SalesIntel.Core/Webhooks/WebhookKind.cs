namespace SalesIntel.Webhooks;

/// <summary>What is to be done with a webhook.</summary>
public enum WebhookKind
{
    /// <summary>Ours and readable.</summary>
    Process,

    /// <summary>Readable, but not for us: another event, another event type, a test request, a meeting too short.</summary>
    Ignore,

    /// <summary>Rightly signed, but not understood: kept, dead-lettered, alerted.</summary>
    Unreadable,
}
