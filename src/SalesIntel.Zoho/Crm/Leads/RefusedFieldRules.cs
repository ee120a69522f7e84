namespace SalesIntel.Zoho.Crm;

/// <summary>What may be done about a field that Zoho has refused.</summary>
internal sealed record RefusedFieldRules
{
    /// <summary>True when the record exists: what is left out of an update stays as it is.</summary>
    public required bool IsUpdate { get; init; }

    /// <summary>Fields without which a record of this kind is of no use.</summary>
    public required IReadOnlySet<string> Needed { get; init; }

    /// <summary>What is written where a field must have a value and none is known, by API name.</summary>
    public IReadOnlyDictionary<string, string> StandIns { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields whose text is what is there with an entry at its end: not to be shortened.</summary>
    public IReadOnlyCollection<string> Added { get; init; } = [];

    /// <summary>API name of the status field; null when there is none.</summary>
    public string? StatusField { get; init; }

    /// <summary>Shortens the text of a field, given its name and the characters that it may have.</summary>
    public Func<string, string, int, string> Shorten { get; init; } = (_, text, max) => TextCleaner.Shorten(text, max);

    /// <summary>True for a field that must not be left out.</summary>
    public bool IsNeeded(string name) => !IsUpdate && Needed.Contains(name);

    /// <summary>The stand-in for a field; null when there is none.</summary>
    public string? StandInOf(string name) => StandIns.TryGetValue(name, out var text) && text.Length > 0 ? text : null;
}
