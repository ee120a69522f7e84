namespace SalesIntel.Extraction;

/// <summary>What a model is asked about one kind of document: made from the catalogue, so that a field of a catalogue is asked for and no
/// other is.</summary>
internal abstract class CatalogPrompt
{
    private const int VersionDigits = 8;

    /// <param name="kind">What is extracted, for logs, messages and the version.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="core">Keys of the fields without which a completion is asked for again; none = all of them.</param>
    /// <param name="wording">What else the catalogue changes in the prompt.</param>
    protected CatalogPrompt(string kind, CompletionSchema schema, IReadOnlyList<string> core, IEnumerable<string> wording)
    {
        Kind = kind;
        Schema = schema;
        Core = core.Count > 0 ? core : schema.Keys;
        Identity = Digest.OfAll([schema.Json.GetRawText(), .. wording], VersionDigits);
    }

    /// <summary>What is extracted.</summary>
    public string Kind { get; }

    /// <summary>What the model is asked to fill.</summary>
    public CompletionSchema Schema { get; }

    /// <summary>Keys of the fields without which a completion is none.</summary>
    public IReadOnlyList<string> Core { get; }

    /// <summary>Version of prompt and schema; changes with either of them and with the catalogue.</summary>
    public abstract string Version { get; }

    /// <summary>Tells catalogues apart by what a model is asked.</summary>
    protected string Identity { get; }
}
