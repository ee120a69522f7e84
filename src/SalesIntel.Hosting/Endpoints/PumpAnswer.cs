namespace SalesIntel.Hosting.Endpoints;

/// <summary>What the pump says about itself.</summary>
internal sealed record PumpAnswer(double LastPassSecondsAgo, int Running);
