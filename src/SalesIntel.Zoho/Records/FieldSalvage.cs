using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Text;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho.Records;

/// <summary>Saves a record that Zoho refused for some of its fields: each is shortened, mapped or left out, so that one bad
/// value does not keep the others from the CRM.</summary>
internal static class FieldSalvage
{
    /// <summary>Changes the record so that it can be sent once more.</summary>
    /// <param name="record">Changed in place, only when all problems can be helped.</param>
    /// <param name="problems">What Zoho refused.</param>
    /// <param name="keep">Fields that must not be left out; a name can still be shortened.</param>
    /// <param name="issues">Gets what was done, as <c>Field: reason</c>.</param>
    /// <returns>The problem that can't be helped; null when there is none.</returns>
    public static ZohoResult? Apply(
        JsonObject record, IReadOnlyList<ZohoResult> problems, IReadOnlySet<string> keep, List<string> issues)
    {
        var changes = new List<(string Field, FittedValue Fitted)>();
        foreach (var problem in problems)
        {
            if (problem.Code != "INVALID_DATA" || problem.ApiName is not { } name || !record.TryGetPropertyValue(name, out var value))
            {
                return problem;
            }

            var fitted = Fit(problem, value);
            if (keep.Contains(name) && (!fitted.Send || name == "Email"))
            {
                return problem;
            }

            changes.Add((name, fitted));
        }

        foreach (var (name, fitted) in changes)
        {
            if (fitted.Send)
            {
                record[name] = fitted.Value;
            }
            else
            {
                record.Remove(name);
            }

            issues.Add($"{name}: {fitted.Reason}");
        }

        return null;
    }

    private static FittedValue Fit(ZohoResult problem, JsonNode? value)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        if (text is not null && problem.Number("maximum_length") is { } max and > 0)
        {
            // Already short enough by our count: Zoho counts otherwise, bytes are the most it can count.
            var shorter = text.Length > max ? TextCleaner.Shorten(text, max) : TextCleaner.CutToBytes(text, max);
            return shorter != text && shorter.Length > 0
                ? FittedValue.Changed(shorter, $"Zoho takes {max} characters, shortened")
                : FittedValue.Dropped($"Zoho takes {max} characters and refused it all the same, left out");
        }

        if (text is not null && Supported(problem) is { Count: > 0 } supported)
        {
            return supported.FirstOrDefault(s => string.Equals(s, text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } listed
                && listed != text
                    ? FittedValue.Changed(listed, "written as the picklist has it")
                    : FittedValue.Dropped("not one of the values that Zoho supports, left out");
        }

        var type = ZohoResult.Text(problem.Details, "expected_data_type");
        if (type is not null && value is not null && ValueFit.ForType(type, value) is { Send: true } converted
            && !JsonNode.DeepEquals(converted.Value, value))
        {
            return FittedValue.Changed(converted.Value, "brought into the type that Zoho expects");
        }

        return FittedValue.Dropped("Zoho refused the value (INVALID_DATA), left out");
    }

    private static List<string> Supported(ZohoResult problem) =>
        problem.Details.ValueKind == JsonValueKind.Object
            && problem.Details.TryGetProperty("supported_values", out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}
