namespace SalesIntel.Zoho.Client;

/// <summary>One thing that Zoho refused, as far as it said what: https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html. Holds names,
/// codes, limits and ids, and none of the values that were sent.</summary>
public sealed record ZohoProblem
{
    /// <summary>Zoho's code, e.g. <c>INVALID_DATA</c>.</summary>
    public required string Code { get; init; }

    /// <summary>API name of the field; null when no field is named.</summary>
    public string? Field { get; init; }

    /// <summary>Name of the request's parameter; null when none is named.</summary>
    public string? Parameter { get; init; }

    /// <summary>Id of the record that is meant; null when none is named.</summary>
    public string? RecordId { get; init; }

    /// <summary>How many characters the field takes; null when that was not the problem.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>The type of the field, e.g. <c>datetime</c>; null when that was not the problem.</summary>
    public string? ExpectedType { get; init; }

    /// <summary>The values that the field takes; empty when that was not the problem.</summary>
    public IReadOnlyList<string> SupportedValues { get; init; } = [];

    /// <summary>The records that hold the same value of a unique field.</summary>
    public IReadOnlyList<ZohoDuplicate> Duplicates { get; init; } = [];

    /// <summary>True when there are more such records than Zoho names.</summary>
    public bool HasMoreDuplicates { get; init; }
}
