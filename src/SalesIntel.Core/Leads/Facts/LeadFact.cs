namespace SalesIntel.Leads;

/// <summary>Something that is known about a lead because an event said so. A lead is projected from the set of its facts;
/// neither their order nor their repetition matters.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(BookingSeen), "booking_seen")]
[JsonDerivedType(typeof(BookingCanceled), "booking_canceled")]
[JsonDerivedType(typeof(NoShowMarked), "no_show_marked")]
[JsonDerivedType(typeof(NoShowRemoved), "no_show_removed")]
[JsonDerivedType(typeof(MeetingHeld), "meeting_held")]
[JsonDerivedType(typeof(ValuesRead), "values_read")]
[JsonDerivedType(typeof(ValuesStated), "values_stated")]
[JsonDerivedType(typeof(IntelExtracted), "intel_extracted")]
[JsonDerivedType(typeof(MeddicExtracted), "meddic_extracted")]
public abstract record LeadFact
{
    /// <summary>The event that said so. A source leaves it empty; the engine fills it in.</summary>
    public string EventId { get; init; } = "";

    /// <summary>Which of the facts of its kind it is within its event, from 0. A source leaves it 0; the engine fills it in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Ordinal { get; init; }

    /// <summary>When it happened, UTC; not when it arrived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True when the event's message was not verified: a dry run shows what it says, a real run does not believe it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unverified { get; init; }

    /// <summary>Unique and stable: recording the same fact again changes nothing.</summary>
    // The first of its kind has no number: facts were stored under such ids when an event had no second one.
    [JsonIgnore]
    public string Id => Ordinal == 0 ? $"{EventId}:{Kind}" : string.Create(CultureInfo.InvariantCulture, $"{EventId}:{Kind}:{Ordinal}");

    /// <summary>The fact's kind within its event.</summary>
    [JsonIgnore]
    protected abstract string Kind { get; }
}
