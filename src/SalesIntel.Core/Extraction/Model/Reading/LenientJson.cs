using System.Buffers;
using System.Text.Unicode;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Reads the one object that a model was asked for out of what it wrote: strictly where that is possible, else as far as it can be
/// told. Never throws; size, depth and the number of tries are bounded; takes time linear in the text's length.</summary>
internal static class LenientJson
{
    /// <summary>Longest completion that is looked at, in characters.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    private const int MostCandidates = 64;
    private const int MostStrict = 8;
    private const int MostLayers = 3;
    private const int LongestLead = 40;

    /// <summary>Reads an object.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="names">The names asked for: among several objects the one that has most of them is taken, the last on a tie.</param>
    public static ReadCompletion Read(string? text, CompletionNames names) => Read(text, names, 1);

    private static ReadCompletion Read(string? text, CompletionNames names, int layer)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxCharacters)
        {
            return ReadCompletion.None;
        }

        if (Strictly(text) is { } strict)
        {
            if (strict.Kind == LooseKind.Text)
            {
                return layer < MostLayers ? Read(strict.Text, names, layer + 1) : ReadCompletion.None;
            }

            return Choose([strict], names) is { } found
                ? new CompletionWriter(names).Write(JsonLayer.Strict, found, [])
                : Within(strict, names, layer);
        }

        if (layer < MostLayers && LooseUnwrap.Inner(text) is { } inner
            && Read(inner, names, layer + 1) is { Layer: not JsonLayer.None } unwrapped)
        {
            return unwrapped;
        }

        return ReadLoosely(text, names, layer);
    }

    private static ReadCompletion ReadLoosely(string text, CompletionNames names, int layer)
    {
        if (IsHeadless(text, names, out var member))
        {
            return Headless(text, member, names);
        }

        List<(LooseNode Node, int Start)> roots = [];
        var at = 0;
        var tries = 0;
        while (roots.Count < MostCandidates && text.AsSpan(Math.Min(at, text.Length)).IndexOfAny('{', '[') is >= 0 and var step)
        {
            var start = at + step;
            var source = new LooseText(text, names) { At = start };
            var root = (roots.Count < MostStrict ? StrictlyAt(source) : null) ?? new LooseParser(source).ReadOutermost();
            roots.Add((root, start));

            // What was taken for the beginning of an object, and had no end, was a bracket in prose.
            var isProse = root.IsCut && source.Length == text.Length && Choose([root], names) is null && ++tries < MostLayers;
            at = isProse ? start + 1 : Math.Max(source.At, start + 1);
        }

        if (Choose([.. roots.Select(one => one.Node)], names) is { } best)
        {
            var from = roots.FindLast(one => Objects(one.Node).Contains(best)).Start;
            var how = IsFenced(text, from) ? JsonLayer.Fenced : JsonLayer.Scanned;
            return new CompletionWriter(names).Write(how, best, Several(roots, names, best));
        }

        return roots.Select(one => Within(one.Node, names, layer)).LastOrDefault(one => one.Layer != JsonLayer.None) ?? ReadCompletion.None;
    }

    // An object that was kept as text in another: the arguments of a function call.
    private static ReadCompletion Within(LooseNode root, CompletionNames names, int layer) => layer == MostLayers ? ReadCompletion.None
        : Objects(root).SelectMany(node => node.Members).Select(member => member.Value)
            .Where(value => value is { Kind: LooseKind.Text, Lost: null }
                && value.Text.AsSpan().IndexOfAny('{', '[') is >= 0 and < LongestLead)
            .Take(MostCandidates).Select(value => Read(value.Text, names, layer + 1)).FirstOrDefault(one => one.Layer != JsonLayer.None)
            ?? ReadCompletion.None;

    // The opening bracket is missing: a caller had begun the answer with it.
    private static bool IsHeadless(string text, CompletionNames names, out int member)
    {
        var source = new LooseText(text, names);
        var bracket = text.IndexOf('{', StringComparison.Ordinal);
        member = text.IndexOf('"', StringComparison.Ordinal);
        for (var tries = 0; member >= 0 && (bracket < 0 || member < bracket) && tries < MostCandidates; tries++)
        {
            if (source.IsKnownMemberAt(member))
            {
                return true;
            }

            member = text.IndexOf('"', member + 1);
        }

        return false;
    }

    private static ReadCompletion Headless(string text, int at, CompletionNames names)
    {
        var source = new LooseText(text, names) { At = at };
        return new CompletionWriter(names).Write(JsonLayer.Repaired, new LooseParser(source).ReadMembers(), []);
    }

    private static LooseNode? Choose(IReadOnlyList<LooseNode> roots, CompletionNames names)
    {
        LooseNode? best = null;
        var most = 0;
        foreach (var node in roots.SelectMany(Objects))
        {
            var score = Score(node, names);
            if (score >= Math.Max(most, 1) || (names.Asked.Count == 0 && score >= most))
            {
                (most, best) = (score, node);
            }
        }

        return best ?? roots.Select(root => AsList(root, names)).LastOrDefault(list => list is not null) ?? AsLines(roots, names);
    }

    private static int Score(LooseNode node, CompletionNames names)
    {
        HashSet<string>? found = null;
        foreach (var (name, _) in node.Members)
        {
            if (names.Of(name) is { } known)
            {
                found ??= new HashSet<string>(StringComparer.Ordinal);
                found.Add(known);
            }
        }

        return (found?.Count ?? 0) + ClaimsIn(node, names);
    }

    // Claims by the name of their element: the object that has them as its claims is the answer, not they.
    private static int ClaimsIn(LooseNode node, CompletionNames names)
    {
        foreach (var (name, value) in node.Members)
        {
            if (value.Kind == LooseKind.Object && names.Of(name) == CompletionKeys.Claims)
            {
                return Score(value, names);
            }
        }

        return 0;
    }

    // The list of claims by itself, without the object around it.
    private static LooseNode? AsList(LooseNode root, CompletionNames names)
    {
        if (root.Kind != LooseKind.Array || names.Of(CompletionKeys.Claims) is not { } name
            || !root.Items.Exists(item => item.Kind == LooseKind.Object && item.Members.Exists(member => names.IsOfItem(member.Name))))
        {
            return null;
        }

        var whole = new LooseNode(LooseKind.Object);
        whole.Members.Add((name, root));
        return whole;
    }

    // A claim on each line, with neither list nor object around them.
    private static LooseNode? AsLines(IReadOnlyList<LooseNode> roots, CompletionNames names)
    {
        LooseNode[] claims = [.. roots.Where(root => root.Kind == LooseKind.Object && root.Members.Exists(IsElement))];
        if (claims.Length == 0 || names.Of(CompletionKeys.Claims) is not { } name)
        {
            return null;
        }

        var (list, whole) = (new LooseNode(LooseKind.Array), new LooseNode(LooseKind.Object));
        list.Items.AddRange(claims);
        whole.Members.Add((name, list));
        return whole;

        bool IsElement((string Name, LooseNode Value) member) =>
            names.IsOfItem(member.Name) && names.OfItem(member.Name) == CompletionKeys.Element;
    }

    private static IEnumerable<LooseNode> Objects(LooseNode root)
    {
        var left = new Stack<LooseNode>([root]);
        while (left.TryPop(out var node))
        {
            if (node.Kind == LooseKind.Object)
            {
                yield return node;
            }

            for (var i = node.Count - 1; i >= 0; i--)
            {
                if (node[i].Kind is LooseKind.Object or LooseKind.Array)
                {
                    left.Push(node[i]);
                }
            }
        }
    }

    private static IEnumerable<string> Several(List<(LooseNode Node, int Start)> roots, CompletionNames names, LooseNode best)
    {
        var most = Score(best, names);
        return roots.SelectMany(one => Objects(one.Node)).Count(node => Score(node, names) == most) > 1 ? [LooseNotes.Several] : [];
    }

    private static bool IsFenced(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        var mark = before.LastIndexOf("```");
        return mark >= 0 && before.Length - mark <= LongestLead && before[(mark + 3)..].Trim().IndexOfAny(" \n`") < 0;
    }

    // JSON with words around it. Where members of ours follow, it was closed too early.
    private static LooseNode? StrictlyAt(LooseText source)
    {
        if (!WireJson.TryParseFirst(source.Rest(source.At), out var value, out var length))
        {
            return null;
        }

        var end = source.At + length;
        var next = source.Skip(end);
        if (source.IsKnownMemberAt(LooseText.IsSeparator(source.Is(next)) ? source.Skip(next + 1) : next))
        {
            return null;
        }

        source.At = end;
        return LooseNode.Of(value);
    }

    // Half a character is read loosely: that it was replaced has to be told.
    private static LooseNode? Strictly(string text)
    {
        var trimmed = text.AsSpan().Trim().TrimStart('\uFEFF');
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(trimmed.Length));
        try
        {
            if (Utf8.FromUtf16(trimmed, bytes, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done
                || !WireJson.TryOpenAsIs(bytes.AsMemory(0, length), out var document))
            {
                return null;
            }

            using (document)
            {
                return LooseNode.Of(document.RootElement);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
