namespace SalesIntel.Hosting.Alerts;

/// <summary>What became of a message to Slack.</summary>
internal enum SlackOutcome
{
    /// <summary>Slack has it.</summary>
    Taken,

    /// <summary>Slack refused it; it may take the next one.</summary>
    Refused,

    /// <summary>Slack could not be reached, or takes nothing now.</summary>
    Away,
}
