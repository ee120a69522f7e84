using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A completion as it was read, with how it came about.</summary>
/// <param name="Values">What was read.</param>
/// <param name="Fields">What it was read from.</param>
/// <param name="Layer">How much help the (first) completion needed to be read.</param>
/// <param name="Issues">What was dropped or shortened.</param>
internal sealed record Completion(LeadValues Values, CompletionFields Fields, JsonLayer Layer, IReadOnlyList<string> Issues);
