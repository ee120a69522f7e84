using SalesIntel.Failures;

namespace SalesIntel.Zoho.Client;

/// <summary>Zoho CRM refused a call or could not be reached. The message says what was wrong and what to do about it; it holds no token and no
/// value of a record, and may be shown in logs and alerts.</summary>
/// <remarks><see cref="ProviderException.Code"/> is Zoho's own code (https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html) or one
/// of <c>timeout</c>, <c>connection</c>, <c>certificate</c>, <c>redirect</c>, <c>unexpected_answer</c> and <c>http_{status}</c>.</remarks>
public sealed class ZohoCrmException : ProviderException
{
    internal ZohoCrmException(string code, string what, string advice, Exception? inner = null)
        : base("zoho", code, advice.Length == 0 ? what : $"{what} {advice}", inner) => Advice = advice;

    /// <summary>What to do about it.</summary>
    public string Advice { get; }

    /// <summary>What was wrong, without the advice.</summary>
    internal string What => Advice.Length == 0 ? Message : Message[..^(Advice.Length + 1)];

    /// <summary>API name of the field that was refused; null when none was named.</summary>
    public string? Field => Problems.Select(problem => problem.Field).FirstOrDefault(name => name is not null);

    /// <summary>All that Zoho refused, as it named it; empty when the call failed as a whole.</summary>
    public IReadOnlyList<ZohoProblem> Problems { get; init; } = [];

    /// <summary>The same for another caller.</summary>
    /// <param name="retryAfter">When it may try again; null = as here.</param>
    internal ZohoCrmException Copy(TimeSpan? retryAfter = null) => Copy(IsOutage, retryAfter ?? RetryAfter);

    /// <summary>The same where others need not wait for it to be cured.</summary>
    internal ZohoCrmException AboutOne() => Copy(isOutage: false, retryAfter: null);

    private ZohoCrmException Copy(bool isOutage, TimeSpan? retryAfter) =>
        new(Code, What, Advice, InnerException)
        {
            Problems = Problems,
            IsTransient = IsTransient,
            IsOutage = isOutage,
            IsRecordBusy = IsRecordBusy,
            IsPostponed = IsPostponed,
            RetryAfter = retryAfter,
            OutcomeUnknown = OutcomeUnknown,
            Status = Status,
        };
}
