using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Extraction.Damage;

/// <summary>What a reader made of a damaged answer, compared with the honest one.</summary>
/// <param name="IsWhole">Every value was read as it is.</param>
/// <param name="Silent">Names of values that are wrong, or of lists that are shorter, without a word about it.</param>
/// <param name="Missing">Names of values that were not read.</param>
internal sealed record Verdict(bool IsWhole, IReadOnlyList<string> Silent, IReadOnlyList<string> Missing)
{
    public static Verdict Of(JsonObject honest, ReadCompletion read, bool isCut)
    {
        List<string> silent = [];
        List<string> missing = [];
        var isWhole = true;
        foreach (var (name, value) in honest)
        {
            var isTold = read.Repaired.ContainsKey(name) || read.Lost.ContainsKey(name);
            if (!read.Members.TryGetValue(name, out var found))
            {
                isWhole = false;
                missing.Add(name);
                if (!isTold && !isCut)
                {
                    silent.Add(name);
                }
            }
            else if (!JsonElement.DeepEquals(JsonElement.Parse(value?.ToJsonString() ?? "null"), found))
            {
                isWhole = false;
                if (!isTold)
                {
                    silent.Add(name);
                }
            }
        }

        silent.AddRange(read.Members.Keys.Where(name => !honest.ContainsKey(name) && name is not ("draft" or "Better")).Take(3)
            .Where(name => !read.Repaired.ContainsKey(name) && !read.Repaired.ContainsKey(ReadCompletion.Whole)));
        return new Verdict(isWhole, silent, missing);
    }
}
