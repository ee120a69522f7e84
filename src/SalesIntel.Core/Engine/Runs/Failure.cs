using System.Diagnostics;
using SalesIntel.Extraction;
using SalesIntel.Failures;

namespace SalesIntel.Engine;

/// <summary>What a failure means for the event.</summary>
/// <param name="Kind">Whether to wait, to retry or to give up.</param>
/// <param name="Class">Code of the failure, e.g. <c>event/lead-converted</c>.</param>
/// <param name="Message">What was wrong; no personal data.</param>
/// <param name="RetryAfter">When the provider asked to be called again.</param>
internal sealed record Failure(FailureKind Kind, string Class, string Message, TimeSpan? RetryAfter = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Class}: {Message}";

    /// <summary>Classifies whatever a stage threw.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        ProviderException { IsOutage: true } outage => From(FailureKind.Paused, outage),
        ProviderException { IsTransient: true } transient => From(FailureKind.Transient, transient),
        ProviderException permanent => From(FailureKind.Permanent, permanent),
        PermanentFailureException permanent => new Failure(FailureKind.Permanent, $"event/{permanent.Code}", permanent.Message),
        ExtractionException extraction => new Failure(FailureKind.Permanent, "model/unusable-answer", extraction.Message),

        // Another provider's chat client may throw what it likes; what the network does is transient.
        HttpRequestException or IOException or TimeoutException or OperationCanceledException =>
            new Failure(FailureKind.Transient, "network/" + exception.GetType().Name, "A call failed on the network or took too long."),

        // Its message may hold anything; the log has it at DEBUG.
        _ => new Failure(
            FailureKind.Permanent,
            "internal/" + exception.GetType().Name,
            $"An unexpected {exception.GetType().Name} in {Origin(exception) ?? "the processor"}; a bug: please report it, then replay."),
    };

    // The type that threw. Of a method only its names are asked, which a program that was compiled ahead of time still has.
    private static string? Origin(Exception exception) =>
        new StackTrace(exception).GetFrame(0) is { } thrown && DiagnosticMethodInfo.Create(thrown)?.DeclaringTypeName is { } type
            ? type[(type.LastIndexOfAny(['.', '+']) + 1)..]
            : null;

    private static Failure From(FailureKind kind, ProviderException failure) =>
        new(kind, $"{failure.Provider}/{failure.Code}", failure.Message, failure.RetryAfter);
}
