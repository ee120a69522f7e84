namespace SalesIntel.Extraction;

/// <summary>The model's completion was unusable, also after one repair. Permanent; the message names the fields and holds no content.
/// </summary>
/// <param name="message">What was wrong.</param>
/// <param name="fields">The fields that could not be read.</param>
public sealed class ExtractionException(string message, IReadOnlyList<string> fields) : Exception(message)
{
    /// <summary>The fields that could not be read; empty when the whole completion could not.</summary>
    public IReadOnlyList<string> Fields { get; } = fields;
}
