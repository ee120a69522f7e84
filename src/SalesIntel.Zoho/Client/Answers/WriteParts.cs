namespace SalesIntel.Zoho.Client;

/// <summary>What the body of a write consists of, by the names that Zoho repeats when it refuses one of them.</summary>
internal static class WriteParts
{
    public const string Records = "data";
    public const string DuplicateCheckFields = "duplicate_check_fields";
    public const string Trigger = "trigger";
    public const string Skip = "skip_feature_execution";
    public const string Apply = "apply_feature_execution";
    public const string AssignmentRule = "lar_id";

    /// <summary>True for what goes with the records and is none of them.</summary>
    public static bool IsBesideRecords(string name) => name is DuplicateCheckFields or Trigger or Skip or Apply or AssignmentRule;
}
