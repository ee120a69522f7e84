using System.Text.Json.Nodes;

namespace SalesIntel.Webhooks;

/// <summary>Makes bodies with one value of another type than it should have.</summary>
internal static class JsonDamage
{
    private static readonly Func<JsonNode?>[] Values =
    [
        () => null,
        () => -7,
        () => 1e300,
        () => "None",
        () => true,
        () => new JsonObject { ["text"] = 1, ["\uFFFD"] = null },
        () => new JsonArray(null, "x", 2, new JsonArray(), new JsonObject()),
    ];

    /// <summary>Every value of the body, one at a time, replaced by every kind of value.</summary>
    internal static IEnumerable<(string Path, byte[] Body)> Of(JsonNode body)
    {
        foreach (var path in Paths(body, []).ToArray())
        {
            foreach (var value in Values)
            {
                var copy = body.DeepClone();
                var parent = path[..^1].Aggregate(copy, (node, step) => step is int i ? node[i]! : node[(string)step]!);
                if (path[^1] is int index)
                {
                    parent[index] = value();
                }
                else
                {
                    parent[(string)path[^1]] = value();
                }

                yield return (string.Join('.', path), copy.ToBytes());
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select((item, i) => ((object)i, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            object[] next = [.. path, step];
            yield return next;
            foreach (var deeper in Paths(child, next))
            {
                yield return deeper;
            }
        }
    }
}
