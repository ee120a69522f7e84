namespace SalesIntel.Leads;

/// <summary>Values were read from a document by a model or by rules; <see cref="LeadFact.At"/> is when the document was made.</summary>
internal sealed record ValuesRead : LeadFact
{
    /// <summary>The document's key, e.g. <c>booking:{invitee id}</c>; see <see cref="LeadDocument.Key"/>.</summary>
    public required string Document { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
    public required DocumentKind DocumentKind { get; init; }

    /// <summary>Which state of the document was read; a later one replaces it.</summary>
    public required DateTimeOffset Revision { get; init; }

    /// <summary>The values by field name.</summary>
    public required LeadValues Values { get; init; }

    /// <summary>Who read them.</summary>
    public required ExtractionMethod ReadBy { get; init; }

    /// <summary>The share of a transcript's turns that was read, from 0 to 1; null = all of them.</summary>
    public double? Coverage { get; init; }

    /// <summary>Why nothing that is said in a meeting was taken for the customer's words; null = something could be.</summary>
    public UnreadReason? Unread { get; init; }

    /// <inheritdoc/>
    // The names under which intel and MEDDIC were kept before: an event that is read again replaces what it gave then.
    protected override string Kind => DocumentKind == DocumentKind.Conversation ? "meddic" : "intel";
}
