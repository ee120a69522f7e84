using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Testing;

/// <summary>What a preview is made with. Everything has a default: rules instead of a model, field names instead of a CRM's.</summary>
public sealed class LeadPreviewSetup
{
    /// <summary>The fields in force.</summary>
    public FieldCatalog Catalog { get; init; } = FieldCatalog.Default;

    /// <summary>The CRM's names and forms of the fields: the mapping of the CRM's package, or your own.</summary>
    public ICrmMapping Mapping { get; init; } = CrmMapping.ByName;

    /// <summary>What reads values out of documents.</summary>
    /// <value>Default: rules, which are deterministic and make no call.</value>
    public IExtractor Extractor { get; init; } = new RuleExtractor();

    /// <summary>Who belongs to the team that sells.</summary>
    public TeamOptions Team { get; init; } = new();

    /// <summary>True to preview the follow-up task too.</summary>
    public bool CreateFollowUpTask { get; init; }

    /// <summary>When the messages are received, UTC; stands in where a message tells no time.</summary>
    public DateTimeOffset ReceivedAt { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal ProcessingOptions Processing => new() { DryRun = false, MaxRetries = 0, CreateFollowUpTask = CreateFollowUpTask };
}
