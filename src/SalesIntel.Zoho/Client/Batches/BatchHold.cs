namespace SalesIntel.Zoho.Client;

/// <summary>A call that is put off because more is on its way that can go with it.</summary>
internal sealed class BatchHold(BatchPace pace, Func<double> fill) : IDisposable
{
    private long seen = -1;

    /// <summary>How much of the call is there, from 0 to 1.</summary>
    public double Fill => fill();

    /// <summary>Whether the call is to go because nothing else comes: true when that was so at the look before, too.</summary>
    public bool IsItsTurn()
    {
        (var isItsTurn, seen) = pace.Look(this, seen);
        return isItsTurn;
    }

    /// <inheritdoc/>
    public void Dispose() => pace.Remove(this);
}
