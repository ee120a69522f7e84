using System.Collections.Concurrent;
using SalesIntel.Alerts;
using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Tells people of a field that the CRM does not take: once for each field and not with each event, because what has to be done
/// about it has to be done once.</summary>
internal sealed class FieldAlerts(IAlerts alerts, ISharedState? shared)
{
    private const string KeyPrefix = "crm:field-alert:";

    // Who has not got to it in a month is reminded.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, byte> raised = new(StringComparer.Ordinal);

    /// <summary>Raises an alert for each field that was left out or filled, unless that was done before.</summary>
    public async Task RaiseAsync(LeadWriteResult result, string eventId, CancellationToken cancellationToken)
    {
        if (result.IsSimulated)
        {
            return;
        }

        foreach (var issue in result.Issues)
        {
            if (FieldOf(issue) is { } field && !result.Sent.Contains(field) && await IsNewAsync(field, cancellationToken).ConfigureAwait(false))
            {
                await alerts.RaiseAsync(
                    new Alert
                    {
                        Fingerprint = $"crm-field:{field}",
                        Title = $"The CRM does not take the field {field}",
                        Detail = issue,
                        Action = "The leads are written without it. Correct the field in the CRM or its mapping; later events then write it.",
                        EventId = eventId,
                    },
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> IsNewAsync(string field, CancellationToken cancellationToken)
    {
        if (shared is not null)
        {
            if (await shared.GetAsync(KeyPrefix + field, cancellationToken).ConfigureAwait(false) is not null)
            {
                return false;
            }

            await shared.SetAsync(KeyPrefix + field, "1", Remembered, cancellationToken).ConfigureAwait(false);
            return true;
        }

        return raised.TryAdd(field, 0);
    }

    // An issue that is about a field begins with its name.
    private static string? FieldOf(string issue) =>
        issue.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end && issue[..end].All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? issue[..end]
            : null;
}
