namespace SalesIntel.Simulator;

/// <summary>Leaves signals and the console to the process that the simulator is a guest of.</summary>
internal sealed class InertLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
