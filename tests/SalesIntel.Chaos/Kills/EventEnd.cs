namespace SalesIntel.Chaos.Kills;

/// <summary>What became of an event.</summary>
/// <param name="Status">Its status; <c>missing</c> when the store does not know it.</param>
/// <param name="Attempts">Retries that it used up.</param>
internal sealed record EventEnd(string Status, int Attempts)
{
    public bool IsOpen => Status is "queued" or "processing";
}
