using SalesIntel.Doctor;

namespace SalesIntel.Hosting.Health;

/// <summary>Whether the store answers, what about it puts accepted events at risk, and what waits in it for a person.</summary>
internal sealed class StoreDoctor(HealthProbe probe, IStoreRisks? risks = null)
{
    /// <summary>The <see cref="DoctorCheck.Area"/> of the store.</summary>
    public const string Area = "store";

    public async Task<IReadOnlyList<DoctorFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var (status, reason) = await probe.AskStoreAsync(cancellationToken).ConfigureAwait(false);
        if (status is null)
        {
            return [new(DoctorLevel.Error, "store", "", reason!, "Do what the reason says; until then webhooks are answered with 503.")];
        }

        var counts = string.Create(CultureInfo.InvariantCulture, $"lanes that wait: {status.LanesWaiting}, failed events: {status.DeadLetters}");
        return
        [
            new(DoctorLevel.Ok, "store", status.Kind, $"{status.Version} answers and takes writes: {counts}."),
            .. (await FindRisksAsync(cancellationToken).ConfigureAwait(false))
                .Select(risk => new DoctorFinding(DoctorLevel.Warning, "store_risk", status.Kind, risk)),
            .. status.DeadLetters > 0
                ? [new DoctorFinding(DoctorLevel.Warning, "failed_events", status.Kind, $"Failed events: {status.DeadLetters}.",
                    "See what was wrong with 'events list --status failed', correct it, and replay them.")]
                : Array.Empty<DoctorFinding>(),
        ];
    }

    private async Task<IReadOnlyList<string>> FindRisksAsync(CancellationToken cancellationToken)
    {
        try
        {
            return risks is null ? [] : await risks.CheckAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or InvalidOperationException)
        {
            // It answered a moment ago: what keeps it from being looked at is what is wrong with it.
            return [failure.Message];
        }
    }
}
