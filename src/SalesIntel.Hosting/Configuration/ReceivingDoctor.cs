using SalesIntel.Doctor;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Which sources can tell a genuine webhook. Of those that can't, the settings warn.</summary>
internal sealed class ReceivingDoctor(IEnumerable<IWebhookSource> sources, TimeProvider time)
{
    public Task<IReadOnlyList<DoctorFinding>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DoctorFinding>>(
    [
        .. sources.Where(source => ReceivingCheck.HasKey(source, time.GetUtcNow()))
            .Select(source => new DoctorFinding(DoctorLevel.Ok, "signing_key", source.Name, "A key is set: only genuine webhooks are taken.")),
    ]);
}
