namespace SalesIntel.Crm;

/// <summary>A note for a lead.</summary>
/// <param name="Title">Title; the CRM adapter shortens it to what the CRM takes.</param>
/// <param name="Content">Plain text, ends with the line that holds <paramref name="Marker"/>.</param>
/// <param name="Marker">Finds this note again, e.g. <c>SalesIntel ref 1a2b3c4d5e6f</c>.</param>
public sealed record CrmNote(string Title, string Content, string Marker)
{
    /// <summary>The same note under another marker.</summary>
    internal CrmNote WithMarker(string marker) => marker == Marker ? this : new(Title, Content[..^Marker.Length] + marker, marker);
}
