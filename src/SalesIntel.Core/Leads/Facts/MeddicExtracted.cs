namespace SalesIntel.Leads;

/// <summary>MEDDIC as it was stored before <see cref="ValuesRead"/>: read for good, never written.</summary>
internal sealed record MeddicExtracted : LeadFact
{
    public required string SessionId { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Assessment { get; init; }

    public required ExtractionMethod Source { get; init; }

    protected override string Kind => "meddic";

    /// <summary>The same fact in today's form: an element is a value with one claim, next steps and risks are lines.</summary>
    public ValuesRead ToValues() => new()
    {
        EventId = EventId,
        At = At,
        Document = $"meeting:{SessionId}",
        DocumentKind = DocumentKind.Conversation,
        Revision = AcceptedAt,
        Values = LeadValues.Of(Assessment.Select(member => KeyValuePair.Create(FieldOf(member.Key), ValueOf(member.Value)))),
        ReadBy = Source,
    };

    private static string FieldOf(string member) =>
        MeetingFields.All.Any(field => field.Name == member) ? member : $"{QualificationFrameworks.Meddic.Name}_{member}";

    private static FieldValue ValueOf(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.String => FieldValue.Of(member.GetString()),
        JsonValueKind.Array => FieldValue.Of(string.Join('\n', member.EnumerateArray().Select(item => item.GetString()))),
        JsonValueKind.Object => Element(member),
        _ => FieldValue.Absent,
    };

    private static FieldValue Element(JsonElement element)
    {
        var value = StoredText.Read(Text(element, "value"));
        return !value.IsKnown ? value : value with
        {
            Claims =
            [
                new Claim
                {
                    Quote = Text(element, "quote"),
                    Speaker = Text(element, "speaker"),
                    Turn = element.TryGetProperty("turn", out var turn) && turn.ValueKind == JsonValueKind.Number && turn.TryGetInt32(out var number) ? number : null,
                    At = element.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var time)
                        ? time
                        : null,
                    Support = Text(element, "grounding") switch
                    {
                        "confirmed" => ClaimSupport.Supported,
                        "unconfirmed" => ClaimSupport.Unsupported,
                        _ => ClaimSupport.Unchecked,
                    },
                },
            ],
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
