using System.Text.Json;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Reads the one object that a model was asked for out of what it wrote, strictest reading first. Pure; bounded in
/// size, depth and number of tries. Where a key is repeated, the last one counts.</summary>
internal static class LenientJson
{
    /// <summary>Longest completion that is looked at, in characters.</summary>
    public const int MaxCharacters = 1_000_000;

    private const int MaxDepth = 16;
    private const int MaxCandidates = 64;

    /// <summary>Reads an object.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="fields">The fields asked for: among several objects the one that has most of them is taken, the last on a tie.</param>
    /// <param name="root">The object.</param>
    /// <returns>The layer that succeeded.</returns>
    public static JsonLayer Read(string? text, IReadOnlyList<string> fields, out JsonElement root)
    {
        root = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxCharacters)
        {
            return JsonLayer.None;
        }

        text = text.Trim().TrimStart('\uFEFF');
        if (TryParse(text, out root))
        {
            return JsonLayer.Strict;
        }

        if (Best(FencedBlocks(text), fields, out root))
        {
            return JsonLayer.Fenced;
        }

        if (Best(BalancedObjects(text), fields, out root))
        {
            return JsonLayer.Scanned;
        }

        return Best(RepairCandidates(text), fields, out root) ? JsonLayer.Repaired : JsonLayer.None;
    }

    private static bool TryParse(string text, out JsonElement root)
    {
        if (WireJson.TryParse(text, out root) && root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1)
        {
            root = root[0];
        }

        return root.ValueKind == JsonValueKind.Object;
    }

    private static bool Best(IEnumerable<string> candidates, IReadOnlyList<string> fields, out JsonElement root)
    {
        root = default;
        var best = -1;
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (!TryParse(candidate, out var element))
            {
                continue;
            }

            var score = fields.Count(name => element.TryGetProperty(name, out _));
            if (score >= best)
            {
                (best, root) = (score, element);
            }
        }

        // Prose may hold an object of its own: one without a single field asked for is no completion.
        return best > 0 || (best == 0 && fields.Count == 0);
    }

    private static IEnumerable<string> FencedBlocks(string text)
    {
        const string Ticks = "```";
        var at = text.IndexOf(Ticks, StringComparison.Ordinal);
        while (at >= 0)
        {
            var start = at + Ticks.Length;
            while (start < text.Length && (char.IsAsciiLetterOrDigit(text[start]) || text[start] is '-' or '_'))
            {
                start++;
            }

            var end = text.IndexOf(Ticks, start, StringComparison.Ordinal);
            yield return (end < 0 ? text[start..] : text[start..end]).Trim();
            at = end < 0 ? -1 : text.IndexOf(Ticks, end + Ticks.Length, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> BalancedObjects(string text)
    {
        var start = text.IndexOf('{');
        for (var tries = 0; start >= 0 && tries < MaxCandidates; tries++)
        {
            var end = EndOfObject(text, start);
            if (end > 0)
            {
                yield return text[start..end];
            }

            start = text.IndexOf('{', end > 0 ? end : start + 1);
        }
    }

    private static int EndOfObject(string text, int start)
    {
        var depth = 0;
        var inString = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (inString)
            {
                if (c == '\\')
                {
                    i++;
                }
                else if (c == '"')
                {
                    inString = false;
                }
            }
            else if (c == '"')
            {
                inString = true;
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if (c is '}' or ']' && --depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static IEnumerable<string> RepairCandidates(string text)
    {
        var sources = FencedBlocks(text).Append(text);
        foreach (var source in sources.Take(MaxCandidates))
        {
            var start = source.IndexOf('{');
            for (var tries = 0; start >= 0 && tries < 8; tries++)
            {
                if (JsonRepair.Mend(source, start, MaxDepth) is { } mended)
                {
                    yield return mended;
                }

                start = source.IndexOf('{', start + 1);
            }
        }
    }
}
