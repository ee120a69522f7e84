using System.Diagnostics.CodeAnalysis;
using System.Net;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>From whatever a chat client throws to a failure with a kind. Each provider's library has exceptions of its own; what they
/// share is the HTTP status, as a property or in the message. The message itself is never shown: it may quote the prompt.</summary>
internal static partial class ModelFailures
{
    private const string Provider = "model";
    private const int MostCauses = 8;
    private const RegexOptions Flags = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(25);

    /// <summary>True for what is somebody's own failure already, or the caller's cancellation.</summary>
    public static bool IsClassified(Exception exception, CancellationToken cancellationToken) =>
        exception is ProviderException or ExtractionException or StoreUnavailableException
        || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    /// <summary>The failure that an exception means.</summary>
    public static ProviderException Of(Exception exception)
    {
        var causes = Causes(exception).ToList();
        if (causes.Select(StatusOf).FirstOrDefault(status => status is not null) is { } status)
        {
            return OfStatus(status, exception, causes.Select(WaitOf).FirstOrDefault(wait => wait is not null));
        }

        return exception switch
        {
            TimeoutException or OperationCanceledException => new(Provider, "timeout", "The model did not answer in time.", exception)
            {
                IsTransient = true,
            },
            HttpRequestException or IOException => new(Provider, "unreachable", "The model could not be reached.", exception)
            {
                IsTransient = true,
                IsOutage = true,
            },
            ArgumentException or NotSupportedException => new(
                Provider, "refused", $"The chat client does not take the call ({exception.GetType().Name}): check its model and options.",
                exception),
            _ => new(
                Provider, "failed", $"The chat client failed with {exception.GetType().Name}: look into its provider's log.", exception)
            {
                IsTransient = true,
            },
        };
    }

    private static ProviderException OfStatus(int status, Exception exception, TimeSpan? wait)
    {
        var (what, isTransient, isOutage) = status switch
        {
            401 or 403 => ("The model's provider does not accept the key: check it and what it is allowed", false, true),
            402 => ("The model's provider asks for payment: check the account", false, true),
            404 => ("The model's provider does not know the model or the address: check both", false, true),
            408 or 499 or 504 => ("The model did not answer in time", true, false),
            409 or 425 => ("The model's provider asks for another try", true, false),
            429 => ("The limit of the model's provider is reached", true, true),
            502 or 503 or 529 => ("The model's provider is overloaded or down", true, true),
            >= 500 => ("The model's provider failed", true, false),
            _ => ("The model's provider refuses the request: check model and options", false, false),
        };
        return new ProviderException(Provider, FormattableString.Invariant($"http_{status}"), $"{what} ({status}).", exception)
        {
            IsTransient = isTransient,
            IsOutage = isOutage,
            RetryAfter = isTransient ? wait : null,
            Status = status,
        };
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        var cause = exception;
        for (var depth = 0; cause is not null && depth < MostCauses; depth++)
        {
            yield return cause;
            cause = cause is AggregateException { InnerExceptions: [var only] } ? only : cause.InnerException;
        }
    }

    private static int? StatusOf(Exception exception) =>
        (exception as HttpRequestException)?.StatusCode is { } code ? (int)code
        : StatusProperty(exception)
        ?? (StatusText().Match(exception.Message) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null);

    [UnconditionalSuppressMessage(
        "Trimming", "IL2075",
        Justification = "Where the property was trimmed away, the message says the status, or the failure is an unknown one.")]
    private static int? StatusProperty(Exception exception)
    {
        foreach (var name in (string[])["Status", "StatusCode", "HttpStatusCode"])
        {
            // Declared in more than one class of a hierarchy, a name would be ambiguous: the most derived one counts.
            for (var type = exception.GetType(); type is not null && type != typeof(Exception); type = type.BaseType)
            {
                const System.Reflection.BindingFlags Own = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance
                    | System.Reflection.BindingFlags.DeclaredOnly;
                if (type.GetProperty(name, Own) is { CanRead: true } property && property.GetIndexParameters().Length == 0
                    && Value(property, exception) is { } value)
                {
                    return value;
                }
            }
        }

        return null;
    }

    private static int? Value(System.Reflection.PropertyInfo property, Exception exception)
    {
        try
        {
            return property.GetValue(exception) switch
            {
                int status and >= 400 and <= 599 => status,
                HttpStatusCode code and >= HttpStatusCode.BadRequest => (int)code,
                _ => null,
            };
        }
        catch (System.Reflection.TargetInvocationException)
        {
            // An exception of another library whose property fails: its message is looked at next, and the exception itself is passed on.
            return null;
        }
    }

    private static TimeSpan? WaitOf(Exception exception)
    {
        var match = WaitText().Match(exception.Message);
        if (!match.Success || !double.TryParse(
            match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var unit = match.Groups[2].Value.ToLowerInvariant();
        var seconds = unit == "ms" ? number / 1000 : unit.StartsWith('m') ? number * 60 : number;
        return seconds > LongestWait.TotalSeconds ? LongestWait : TimeSpan.FromSeconds(seconds);
    }

    [GeneratedRegex(@"\b(?:HTTP(?:/[\d.]+)?|status(?: ?code)?|success)\b\W{0,5}([45]\d\d)\b", Flags)]
    private static partial Regex StatusText();

    [GeneratedRegex(
        @"\b(?:retry|try again) (?:in|after) (\d{1,9}(?:\.\d{1,6})?)\s?(ms|minutes?|m|seconds?|s)\b", Flags)]
    private static partial Regex WaitText();
}
