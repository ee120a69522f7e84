using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>What happens to a taken event when a commit is written.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>The lease is kept; only what was done is recorded.</summary>
    public sealed record Continue : NextStep;

    /// <summary>The event enters another lane, due now at its place by acceptance, with another stage and no attempts charged.</summary>
    /// <param name="Lane">The lane to enter.</param>
    /// <param name="Stage">The stage to run there.</param>
    /// <param name="Lead">The lead it belongs to.</param>
    public sealed record MoveTo(Lane Lane, Stage Stage, LeadKey Lead) : NextStep;

    /// <summary>The event stays at the head of its lane, due at a later time. The lane waits with it.</summary>
    /// <param name="At">When it is due again, UTC.</param>
    /// <param name="ChargeAttempt">True counts as a failed attempt; false for pauses that are not the event's fault.</param>
    public sealed record RetryAt(DateTimeOffset At, bool ChargeAttempt) : NextStep;

    /// <summary>The event leaves its lane as done.</summary>
    /// <param name="Status"><see cref="EventStatus.Processed"/> or <see cref="EventStatus.Ignored"/>.</param>
    /// <param name="DryRun">True when nothing was written: it does not count as processed for the real world.</param>
    public sealed record Finish(EventStatus Status, bool DryRun = false) : NextStep;

    /// <summary>The event leaves its lane and waits for a person.</summary>
    public sealed record DeadLetter : NextStep;

    /// <summary>The lease is given back, nothing is charged: the event is due again at once.</summary>
    public sealed record Release : NextStep;
}
