using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Zoho.Client;

/// <summary>Reads what Zoho says about modules.</summary>
internal sealed class MetadataReader(ZohoTransport transport)
{
    /// <summary>The fields of a module.</summary>
    /// <param name="module">API name of the module.</param>
    /// <param name="retry">False where a second attempt would hold up something more important.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<IReadOnlyList<ZohoField>> FieldsAsync(string module, bool retry, CancellationToken cancellationToken) =>
        ReadAsync(module, "fields", MetadataJson.Default.ZohoField, retry, cancellationToken, NameOnly);

    public Task<IReadOnlyList<ZohoLayout>> LayoutsAsync(string module, CancellationToken cancellationToken) =>
        ReadAsync(module, "layouts", MetadataJson.Default.ZohoLayout, retry: true, cancellationToken);

    /// <summary>The organisation.</summary>
    public async Task<ZohoOrganization> OrganizationAsync(CancellationToken cancellationToken)
    {
        var call = new ZohoCall
        {
            Method = HttpMethod.Get, Path = "org", Operation = "read the organisation", Scopes = "ZohoCRM.org.READ",
        };
        return (await ReadAsync(call, "org", MetadataJson.Default.ZohoOrganization, cancellationToken).ConfigureAwait(false))[0];
    }

    private Task<IReadOnlyList<T>> ReadAsync<T>(
        string module, string kind, JsonTypeInfo<T> type, bool retry, CancellationToken cancellationToken, Func<JsonElement, T?>? otherwise = null)
        where T : class => ReadAsync(
            new ZohoCall
            {
                Method = HttpMethod.Get,
                Path = $"settings/{kind}?module={ApiPath.Module(module)}",
                Operation = $"read the {kind} of {module}",
                Scopes = $"ZohoCRM.settings.{kind}.READ",
                RetryRead = retry,
            },
            kind,
            type,
            cancellationToken,
            otherwise);

    // Of a field that can't be read whole nothing is known but that it is there.
    private static ZohoField? NameOnly(JsonElement field) =>
        ZohoElement.Text(field, "api_name") is { Length: > 0 } name ? new ZohoField { ApiName = name } : null;

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        ZohoCall call, string kind, JsonTypeInfo<T> type, CancellationToken cancellationToken, Func<JsonElement, T?>? otherwise = null)
        where T : class
    {
        var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (answer.Status >= 400)
        {
            throw ZohoErrors.Refused(call, answer, answer.Result);
        }

        JsonElement[] sent = [.. answer.List(kind).Where(one => one.ValueKind == JsonValueKind.Object)];
        T[] read = [.. sent.Select(one => one.As(type) ?? otherwise?.Invoke(one)).OfType<T>()];
        return read.Length > 0 && read.Length == sent.Length ? read : throw ZohoErrors.Unreadable(call, answer.Status);
    }
}
