namespace SalesIntel.Leads;

/// <summary>Lead intel as it was stored before <see cref="ValuesRead"/>: read for good, never written.</summary>
internal sealed record IntelExtracted : LeadFact
{
    public required string InviteeId { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyDictionary<string, string?> Intel { get; init; }

    public required ExtractionMethod Source { get; init; }

    protected override string Kind => "intel";

    /// <summary>The same fact in today's form.</summary>
    public ValuesRead ToValues() => new()
    {
        EventId = EventId,
        At = At,
        Document = $"booking:{InviteeId}",
        DocumentKind = DocumentKind.Form,
        Revision = UpdatedAt,
        Values = LeadValues.Of(Intel.Select(value => KeyValuePair.Create(value.Key, StoredText.Read(value.Value)))),
        ReadBy = Source,
    };
}
