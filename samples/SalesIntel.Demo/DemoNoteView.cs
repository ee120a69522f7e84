namespace SalesIntel.Demo;

/// <summary>A note of the demo's CRM as it is printed.</summary>
internal sealed record DemoNoteView(string? Title, string? Content);
