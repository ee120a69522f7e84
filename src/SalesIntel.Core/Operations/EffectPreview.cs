using SalesIntel.Engine;

namespace SalesIntel.Operations;

/// <summary>Something besides the lead's fields that a replay would do.</summary>
/// <param name="Effect">Its name in the ledger, see <see cref="Effects"/>.</param>
/// <param name="Action"><c>create</c>; <c>replace</c> what is there; <c>read</c> the event with the language model (or the rules).
/// </param>
/// <param name="Text">Title of the note, subject of the task; empty otherwise. Holds personal data.</param>
public sealed record EffectPreview(string Effect, string Action, string Text = "");
