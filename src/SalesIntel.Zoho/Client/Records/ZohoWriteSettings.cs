namespace SalesIntel.Zoho.Client;

/// <summary>What a write makes Zoho do besides writing, https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html.</summary>
public sealed record ZohoWriteSettings
{
    /// <summary>Which automations run: <c>workflow</c>, <c>approval</c>, <c>blueprint</c>, <c>pathfinder</c>, <c>orchestration</c>.</summary>
    /// <value>Default null: not sent, and Zoho runs all of them, mails to customers included. An empty list runs none.</value>
    public IReadOnlyList<string>? Trigger { get; init; }

    /// <summary>For an upsert: the unique fields by which a record is found, in this order. Unique fields that are not named are checked
    /// afterwards all the same.</summary>
    /// <value>Default: none; Zoho then goes by the module's own, which is <c>Email</c> for leads and contacts.</value>
    public IReadOnlyList<string> DuplicateCheckFields { get; init; } = [];

    /// <summary>True to enrol the record in no cadence.</summary>
    public bool SkipCadences { get; init; }

    /// <summary>True to have the layout's rules about mandatory fields applied, which the API leaves out otherwise.</summary>
    public bool ApplyLayoutRules { get; init; }

    /// <summary>Whether other calls go first.</summary>
    public ZohoPriority Priority { get; init; }

    /// <summary>Id of the assignment rule that chooses the owner; null = none.</summary>
    public string? AssignmentRuleId { get; init; }
}
