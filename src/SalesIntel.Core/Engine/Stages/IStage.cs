using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>One step of an event's way. It ends with exactly one commit that says what comes next.</summary>
internal interface IStage
{
    Stage Stage { get; }

    /// <summary>Runs it. Whatever it throws is classified by the processor.</summary>
    Task RunAsync(EventRun run);
}
