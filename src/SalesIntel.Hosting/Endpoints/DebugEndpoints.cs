using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using SalesIntel.Settings;
using SalesIntel.Hosting.Endpoints.Responses;
using SalesIntel.Hosting.Health;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Looks into the store. Mapped only with <c>ALLOW_DEBUG_ENDPOINTS=true</c>: what is stored holds personal data.</summary>
internal sealed class DebugEndpoints(
    IEventStore store, SalesIntelSettings settings, TimeProvider time, HealthProbe probe)
{
    private const int LongestKey = 1_024;

    public async Task InfoAsync(HttpContext context)
    {
        var status = await store.GetStatusAsync(context.RequestAborted).ConfigureAwait(false);
        var version = typeof(DebugEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        var response = new InfoResponse(
            version?.InformationalVersion ?? "unknown",
            new Dictionary<string, string>(settings.Rows.Select(row => KeyValuePair.Create(row.Name, row.Value))),
            settings.FindWarnings(),
            StoreResponse.From(status, time.GetUtcNow()),
            PumpResponse.From(probe.Pump));
        await OkAsync(context, response, ResponsesJson.Default.InfoResponse).ConfigureAwait(false);
    }

    public async Task EventAsync(HttpContext context)
    {
        var id = context.Request.RouteValues["event_id"] as string ?? "";
        if (!EventIdentity.IsWellFormed(id))
        {
            await ResponseWriter.ProblemAsync(context, StatusCodes.Status400BadRequest, "Not an event id",
                "An event id is 32 hex digits, lower case.").ConfigureAwait(false);
        }
        else if (await store.GetAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } found)
        {
            await ResponseWriter.ProblemAsync(context, StatusCodes.Status404NotFound, "Not Found",
                "There is no event with this id (any more).").ConfigureAwait(false);
        }
        else
        {
            var withPayload = string.Equals(context.Request.Query["payload"], "true", StringComparison.OrdinalIgnoreCase);
            await OkAsync(context, Describe(found, withPayload), ResponsesJson.Default.EventResponse).ConfigureAwait(false);
        }
    }

    public async Task IdempotencyAsync(HttpContext context)
    {
        var key = context.Request.RouteValues["idempotency_key"] as string ?? "";
        if (key.Length is 0 or > LongestKey || key.Any(char.IsControl))
        {
            await ResponseWriter.ProblemAsync(context, StatusCodes.Status400BadRequest, "Not an idempotency key",
                "An idempotency key looks like calendly:invitee.created:{id}.").ConfigureAwait(false);
        }
        else if (await store.FindEventIdAsync(key, context.RequestAborted).ConfigureAwait(false) is not { } id)
        {
            await ResponseWriter.ProblemAsync(context, StatusCodes.Status404NotFound, "Not Found",
                "No event has taken this idempotency key.").ConfigureAwait(false);
        }
        else
        {
            var found = await store.GetAsync(id, context.RequestAborted).ConfigureAwait(false);
            var response = new IdempotencyResponse(id, found is null ? null : Word(found.Status));
            await OkAsync(context, response, ResponsesJson.Default.IdempotencyResponse).ConfigureAwait(false);
        }
    }

    private static Task OkAsync<T>(HttpContext context, T response, JsonTypeInfo<T> type) =>
        ResponseWriter.JsonAsync(context, StatusCodes.Status200OK, response, type);

    private static EventResponse Describe(WebhookEvent found, bool withPayload) => new()
    {
        EventId = found.EventId,
        Source = found.Source,
        EventType = found.EventType,
        ExternalId = found.ExternalId,
        IdempotencyKey = found.IdempotencyKey,
        Revision = found.Revision,
        Status = Word(found.Status),
        Stage = Word(found.Stage),
        Lane = found.Lane?.Value,
        Lead = found.Lead?.Value,
        Attempts = found.Attempts,
        LastError = found.LastError,
        ErrorClass = found.ErrorClass,
        DryRun = found.DryRun,
        Verified = found.Verified,
        CreatedAt = found.CreatedAt,
        UpdatedAt = found.UpdatedAt,
        Ledger = found.Ledger.ToDictionary(
            entry => entry.Key,
            entry => new LedgerResponse(
                Word(entry.Value.State),
                entry.Value.At,
                entry.Value.Reference,
                entry.Value.Detail.Length > 0 ? InnerJson.Of(entry.Value.Detail) : null)),
        PayloadBytes = found.Payload.Length,
        Payload = withPayload ? Encoding.UTF8.GetString(found.Payload.Span) : null,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
