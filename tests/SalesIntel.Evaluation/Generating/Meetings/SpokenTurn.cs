namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>One turn of a generated call.</summary>
/// <param name="Speaker">The speaker's name.</param>
/// <param name="Text">What was said.</param>
internal sealed record SpokenTurn(string Speaker, string Text);
