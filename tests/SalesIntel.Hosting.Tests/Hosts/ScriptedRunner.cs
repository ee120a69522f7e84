using SalesIntel.Hosting.Queueing;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Runs what a test says for each event.</summary>
internal sealed class ScriptedRunner(Func<EventLease, CancellationToken, Task> script) : IEventRunner
{
    public Task RunAsync(EventLease lease, CancellationToken cancellationToken) => script(lease, cancellationToken);
}
