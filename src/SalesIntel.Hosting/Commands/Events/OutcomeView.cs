using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Operations;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>What became of the replay of one event, as it is printed.</summary>
internal sealed record OutcomeView(string EventId, string Result, string ErrorClass, string Error)
{
    public static OutcomeView Of(ReplayOutcome outcome) =>
        new(outcome.EventId, Words.Of(outcome.Result), outcome.ErrorClass, outcome.Error);
}
