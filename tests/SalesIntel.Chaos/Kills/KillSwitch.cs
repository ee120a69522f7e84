using SalesIntel.Chaos.Machines;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Kills;

/// <summary>Kills processes when the stand-ins have carried something out and have not answered yet.</summary>
internal sealed class KillSwitch(CutBook cuts)
{
    private readonly Lock gate = new();
    private IReadOnlyList<HostProcess> victims = [];
    private TaskCompletionSource<FaultTarget>? armed;
    private int left;

    /// <summary>Kills all victims at the so-manyth thing carried out from now on. The task ends when they are dead.</summary>
    public Task<FaultTarget> ArmAsync(IReadOnlyList<HostProcess> processes, int skip)
    {
        lock (gate)
        {
            (victims, left) = (processes, skip);
            armed = new TaskCompletionSource<FaultTarget>(TaskCreationOptions.RunContinuationsAsynchronously);
            return armed.Task;
        }
    }

    /// <summary>Takes the order back; false when it is too late.</summary>
    public bool Disarm()
    {
        lock (gate)
        {
            var was = armed is not null;
            armed = null;
            return was;
        }
    }

    /// <summary>What the stand-ins call.</summary>
    public async Task BeforeAnswerAsync(FaultTarget target, string operation)
    {
        TaskCompletionSource<FaultTarget> mine;
        IReadOnlyList<HostProcess> doomed;
        lock (gate)
        {
            if (armed is null || left-- > 0)
            {
                return;
            }

            (mine, doomed, armed) = (armed, victims, null);
        }

        await cuts.KillAsync(doomed);
        mine.SetResult(target);
    }
}
