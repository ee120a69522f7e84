using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>Where a requeued event starts.</summary>
/// <param name="Lane">The lane to enter.</param>
/// <param name="Stage">The stage to run.</param>
/// <param name="Lead">The lead, where known.</param>
public sealed record RequeueRequest(Lane Lane, Stage Stage, LeadKey? Lead);
