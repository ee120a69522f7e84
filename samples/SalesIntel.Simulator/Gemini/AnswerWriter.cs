using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Writes an answer that is true to a JSON schema, filled from the findings.</summary>
internal sealed class AnswerWriter(JsonNode schema, Findings findings)
{
    private const int MaxDepth = 12;

    public JsonNode? Write() => Value(schema, "", null, 0);

    /// <param name="node">The schema of the value.</param>
    /// <param name="name">Its property name.</param>
    /// <param name="element">The findings it stands under, or <see langword="null"/> outside of an element.</param>
    /// <param name="depth">Guards against schemas that refer to themselves.</param>
    private JsonNode? Value(JsonNode? node, string name, IReadOnlyList<Finding>? element, int depth)
    {
        if (Resolve(node) is not JsonObject type)
        {
            return null;
        }

        if ((type["anyOf"] ?? type["oneOf"]) is JsonArray options)
        {
            return AnyOf(options, name, element, depth);
        }

        var nullable = IsNullable(type);
        if (nullable && element is { Count: 0 })
        {
            return null;
        }

        if (type["enum"] is JsonArray allowed)
        {
            return Choice(allowed, name, element, nullable);
        }

        return TypeOf(type) switch
        {
            "object" => depth > MaxDepth ? (nullable ? null : new JsonObject()) : Object(type, element, depth),
            "array" => depth > MaxDepth ? new JsonArray() : Array(type, name, element, depth),
            "integer" => Number(name, element, nullable, whole: true),
            "number" => Number(name, element, nullable, whole: false),
            "boolean" => nullable ? null : element is { Count: > 0 },
            "null" => null,
            _ => Text(name, element) is { } text ? text : nullable ? null : "",
        };
    }

    private JsonNode? AnyOf(JsonArray options, string name, IReadOnlyList<Finding>? element, int depth)
    {
        var nothing = options.Any(option => Resolve(option) is JsonObject type && TypeOf(type) == "null");
        foreach (var option in options.Where(option => Resolve(option) is JsonObject type && TypeOf(type) != "null"))
        {
            if (nothing && (element is { Count: 0 } || depth > MaxDepth))
            {
                return null;
            }

            var value = Value(option, name, element, depth + 1);
            return nothing && element is null && IsEmpty(value) ? null : value;
        }

        return null;
    }

    private JsonObject Object(JsonObject type, IReadOnlyList<Finding>? element, int depth)
    {
        var answer = new JsonObject();
        if (type["properties"] is not JsonObject properties)
        {
            return answer;
        }

        foreach (var (name, property) in properties)
        {
            // An element opens where its name is met; below it, names such as quote and speaker pick parts of it.
            var inner = element is null || findings.Has(name) ? findings.Of(name) ?? element : element;
            answer[name] = Value(property, name, inner, depth + 1);
        }

        return answer;
    }

    private JsonArray Array(JsonObject type, string name, IReadOnlyList<Finding>? element, int depth)
    {
        if (GeminiRequest.ItemNames(type) is { Count: > 0 } names)
        {
            return Claims(type["items"]!, names);
        }

        var items = new JsonArray();
        foreach (var finding in element ?? [])
        {
            items.Add(Value(type["items"], name, [finding], depth + 1));
        }

        var least = (int?)type["minItems"] ?? 0;
        while (items.Count < least)
        {
            items.Add(Value(type["items"], name, [], depth + 1));
        }

        while (items.Count > ((int?)type["maxItems"] ?? int.MaxValue))
        {
            items.RemoveAt(items.Count - 1);
        }

        return items;
    }

    // A list of claims: one item for each finding of each name, which the item says itself.
    private JsonArray Claims(JsonNode item, IReadOnlyList<string> names)
    {
        var claims = new JsonArray();
        foreach (var name in names)
        {
            foreach (var finding in findings.Of(name) ?? [])
            {
                var claim = new JsonObject();
                foreach (var (part, _) in (JsonObject)item["properties"]!)
                {
                    claim[part] = Part(part) switch
                    {
                        "turn" => finding.Turn,
                        "quote" => finding.Quote ?? "",
                        _ => part == "element" ? name : part == "question" ? null : finding.Value,
                    };
                }

                claims.Add(claim);
            }
        }

        return claims;
    }

    private static JsonNode? Choice(JsonArray allowed, string name, IReadOnlyList<Finding>? element, bool nullable)
    {
        var text = Text(name, element);
        var match = allowed.FirstOrDefault(value => value is not null && string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase));
        return match?.DeepClone() ?? (nullable || allowed.Any(value => value is null) ? null : allowed[0]!.DeepClone());
    }

    private static JsonNode? Number(string name, IReadOnlyList<Finding>? element, bool nullable, bool whole)
    {
        if (Part(name) == "turn")
        {
            return element?.FirstOrDefault()?.Turn is { } turn ? turn : nullable ? null : 0;
        }

        if (double.TryParse(Text(name, element), CultureInfo.InvariantCulture, out var number))
        {
            return whole ? (long)number : number;
        }

        return nullable ? null : 0;
    }

    private static string? Text(string name, IReadOnlyList<Finding>? element)
    {
        if (element is not { Count: > 0 })
        {
            return null;
        }

        return Part(name) switch
        {
            "quote" => element[0].Quote,
            "speaker" => element[0].Speaker,
            "turn" => element[0].Turn?.ToString(CultureInfo.InvariantCulture),
            "nothing" => null,
            _ => string.Join("; ", element.Select(finding => finding.Value)),
        };
    }

    /// <summary>Which part of a finding a property name asks for.</summary>
    private static string Part(string name)
    {
        var plain = Findings.Plain(name);
        bool Has(string word) => plain.Contains(word, StringComparison.Ordinal);

        return Has("turn") || Has("line") && !Has("timeline") ? "turn"
            : Has("speaker") || plain == "who" || Has("saidby") ? "speaker"
            : Has("quote") || Has("evidence") || Has("verbatim") ? "quote"
            : Has("timestamp") || plain is "time" or "at" ? "nothing"
            : "value";
    }

    private JsonNode? Resolve(JsonNode? node)
    {
        for (var hops = 0; hops < MaxDepth && node is JsonObject type && Wire.Text(type["$ref"]) is { } reference; hops++)
        {
            node = schema;
            foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                node = node is JsonArray list && int.TryParse(step, out var index)
                    ? list[index]
                    : (node as JsonObject)?[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            }
        }

        return node;
    }

    private static bool IsNullable(JsonObject type) =>
        type["type"] is JsonArray types && types.Any(one => Wire.Text(one) == "null")
        || type["nullable"]?.GetValueKind() == JsonValueKind.True;

    private static string TypeOf(JsonObject type) => (type["type"] switch
    {
        JsonArray types => types.Select(Wire.Text).FirstOrDefault(one => one != "null") ?? "null",
        var single => Wire.Text(single) ?? (type["properties"] is null ? "string" : "object"),
    }).ToLowerInvariant();

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject map => map.All(pair => IsEmpty(pair.Value)),
        _ => Wire.Text(value) is "",
    };
}
