namespace SalesIntel.Engine;

/// <summary>The lease ran out and somebody else may be at work on the event: stop, write nothing.</summary>
internal sealed class LeaseLostException() : Exception("The lease on the event was lost.");
