using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesIntel.Simulator;

/// <summary>What the server accepts as the value of a field.</summary>
internal static partial class FieldRules
{
    /// <returns>The error element, or <see langword="null"/> when the value is accepted.</returns>
    public static JsonObject? Check(FieldDefinition field, JsonNode? value, int index, bool lengthsAsText = false)
    {
        var error = Check(field, value, index);
        if (lengthsAsText && (error?["details"] as JsonObject)?["maximum_length"] is { } length)
        {
            error!["details"]!["maximum_length"] = length.ToString();
        }

        return error;
    }

    private static JsonObject? Check(FieldDefinition field, JsonNode? value, int index)
    {
        if (value is null)
        {
            return field.Mandatory ? ZohoErrors.Missing(field.ApiName, index) : null;
        }

        if (!HasType(field, value))
        {
            return ZohoErrors.InvalidData(field.ApiName, index, "expected_data_type", field.DataType);
        }

        return field.JsonType switch
        {
            "string" => CheckText(field, value.GetValue<string>(), index),
            "integer" => Math.Abs(value.GetValue<JsonElement>().GetDouble()) >= 1e9 ? TooLong(field, index) : null,
            "jsonobject" => Wire.IdOf(value) is { Length: > 0 } id && id.All(char.IsAsciiDigit)
                ? null
                : ZohoErrors.InvalidData(field.ApiName, index, "expected_data_type", field.DataType),
            _ => null,
        };
    }

    private static JsonObject? CheckText(FieldDefinition field, string text, int index)
    {
        if (text.Length == 0)
        {
            return field.Mandatory ? ZohoErrors.Missing(field.ApiName, index) : null;
        }

        if (field.Picklist.Count > 0)
        {
            return field.Picklist.Contains(text, StringComparer.Ordinal)
                ? null
                : ZohoErrors.InvalidData(
                    field.ApiName, index, "supported_values", new JsonArray([.. field.Picklist.Select(name => JsonValue.Create(name))]));
        }

        if (text.Length > field.Length)
        {
            return TooLong(field, index);
        }

        var fits = field.DataType switch
        {
            "email" => EmailPattern().IsMatch(text),
            "phone" => PhonePattern().IsMatch(text),
            "website" => WebsitePattern().IsMatch(text),
            "datetime" => DateTimePattern().IsMatch(text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
        return fits ? null : ZohoErrors.InvalidData(field.ApiName, index, "expected_data_type", field.DataType);
    }

    private static JsonObject TooLong(FieldDefinition field, int index) =>
        ZohoErrors.InvalidData(field.ApiName, index, "maximum_length", field.Length);

    private static bool HasType(FieldDefinition field, JsonNode value) => field.JsonType switch
    {
        "string" => value.GetValueKind() == JsonValueKind.String,
        "integer" => value.GetValueKind() == JsonValueKind.Number && value.ToJsonString().All(letter => char.IsAsciiDigit(letter) || letter == '-'),
        "double" => value.GetValueKind() == JsonValueKind.Number,
        "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => value.GetValueKind() == JsonValueKind.Object,
    };

    [GeneratedRegex(@"^[^\s@,;:()<>\[\]""]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
    private static partial Regex EmailPattern();

    // Digits and letters; one separator at a time between them.
    [GeneratedRegex(@"^[+(#]{0,2}[0-9A-Za-z]+([-. ()+#,;]{1,3}[0-9A-Za-z]+)*\)?$")]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"^((https?|ftp)://)?[^\s/:?#=""'()<>]+(\.[^\s/:?#=""'()<>]+)+([/?#][^\s""<>]*)?$")]
    private static partial Regex WebsitePattern();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$")]
    private static partial Regex DateTimePattern();
}
