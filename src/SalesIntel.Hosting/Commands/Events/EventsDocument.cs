using SalesIntel.Operations;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>What <c>--json</c> prints: one of the arrays, by command.</summary>
internal sealed record EventsDocument
{
    /// <summary>Of <c>list</c> and <c>show</c>.</summary>
    public IReadOnlyList<EventView>? Events { get; init; }

    /// <summary>Of <c>replay</c>.</summary>
    public IReadOnlyList<ReplayOutcome>? Outcomes { get; init; }

    /// <summary>Of <c>replay --preview</c>.</summary>
    public IReadOnlyList<ReplayPreview>? Previews { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, EventsJson.Readable.EventsDocument);
}
