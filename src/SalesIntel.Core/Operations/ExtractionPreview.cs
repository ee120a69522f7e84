namespace SalesIntel.Operations;

/// <summary>An extraction that was made to see what it would change. Its tokens are used; the replay that follows within a day applies just
/// its completion, and asks no model.</summary>
/// <param name="Source"><c>model</c> or <c>rules</c>.</param>
/// <param name="Model">The model that answered (its own word), or the version of the rules.</param>
/// <param name="PromptVersion">Version of prompt and schema; empty for rules.</param>
/// <param name="Calls">Calls made to the model, those of a verification included; 0 when an earlier preview had asked already.</param>
/// <param name="InputTokens">Tokens read over all calls.</param>
/// <param name="OutputTokens">Tokens written over all calls.</param>
/// <param name="Cost">What the calls cost, in USD; null when a price is not known.</param>
/// <param name="Issues">What was dropped or could not be confirmed, by field name; never a value.</param>
public sealed record ExtractionPreview(
    string Source,
    string Model,
    string PromptVersion,
    int Calls,
    long InputTokens,
    long OutputTokens,
    decimal? Cost,
    IReadOnlyList<string> Issues);
