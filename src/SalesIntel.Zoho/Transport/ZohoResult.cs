using System.Text.Json;

namespace SalesIntel.Zoho.Transport;

/// <summary>One result element: <c>{code, status, message, details}</c>. The message is left out on purpose, it may repeat a
/// value.</summary>
/// <param name="Code">Zoho's code, letters, digits and underscores only.</param>
/// <param name="IsSuccess">True when the record was written.</param>
/// <param name="Action"><c>insert</c> or <c>update</c> after an upsert.</param>
/// <param name="Details">Depends on the code.</param>
internal sealed record ZohoResult(string Code, bool IsSuccess, string? Action, JsonElement Details)
{
    /// <summary>Id of the record that was written or that is meant.</summary>
    public string? Id => Text(Details, "id");

    /// <summary>The field that is meant. The path comes first: for a wrong owner the name is <c>id</c>, and only the path
    /// <c>$.data[0].Owner.id</c> tells whose.</summary>
    public string? ApiName
    {
        get
        {
            var name = Text(Details, "json_path")?.Split('.') is ["$", _, { } top, ..] ? top.Split('[')[0] : null;
            name ??= Text(Details, "api_name");
            return name is { Length: > 0 and <= 100 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
                ? name
                : null;
        }
    }

    /// <summary>Reads an element; null when it is none.</summary>
    public static ZohoResult? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || Text(element, "code") is not { Length: > 0 and <= 64 } code
            || code.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            return null;
        }

        var details = element.TryGetProperty("details", out var d) && d.ValueKind == JsonValueKind.Object ? d : default;
        var success = code == "SUCCESS"
            || string.Equals(Text(element, "status"), "success", StringComparison.OrdinalIgnoreCase);
        return new ZohoResult(code, success, Text(element, "action"), details);
    }

    /// <summary>The elements of a <c>MULTIPLE_OR_MULTI_ERRORS</c>, else this one.</summary>
    public IReadOnlyList<ZohoResult> Flatten()
    {
        if (Code != "MULTIPLE_OR_MULTI_ERRORS" || Details.ValueKind != JsonValueKind.Object
            || !Details.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array)
        {
            return [this];
        }

        var all = errors.EnumerateArray().Select(Read).OfType<ZohoResult>().ToList();
        return all.Count == 0 ? [this] : all;
    }

    /// <summary>A whole number of the details.</summary>
    public int? Number(string name) =>
        Details.ValueKind == JsonValueKind.Object && Details.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A text of an object, or a number as text: ids come as either.</summary>
    public static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
