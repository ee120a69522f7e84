using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The list of claims out of the shapes that models give it: one claim without a list, claims by the name of their element, a list
/// that was kept as text.</summary>
internal static class ClaimList
{
    /// <summary>The list; anything else stays as it is.</summary>
    public static LooseNode Of(LooseNode value, CompletionNames names) => value.Lost is not null ? value : value.Kind switch
    {
        LooseKind.Array when value.Items.Exists(item => IsWrapped(item, names)) =>
            List(value, value.Items.SelectMany(item => Unwrapped(item, names))),
        LooseKind.Array when value.Items.Exists(item => Starts(item, names) > 1) =>
            List(value, value.Items.SelectMany(item => Apart(item, names)), LooseNotes.Closer),
        LooseKind.Text when value.Text.TrimStart() is ['[' or '{', ..] inner => Unpacked(inner, names),
        LooseKind.Object when value.Members.Exists(member => names.IsOfItem(member.Name)) => List(value, [value]),
        LooseKind.Object when value.Members.Count > 0 && value.Members.TrueForAll(IsByElement) =>
            List(value, value.Members.SelectMany(member => Named(member.Name, member.Value))),
        _ => value,
    };

    // A list around each claim, or an object around it: {"claim": {...}}.
    private static bool IsWrapped(LooseNode item, CompletionNames names) => item.Kind == LooseKind.Array
        || (item is { Kind: LooseKind.Object, Members: [{ Value: { Kind: LooseKind.Object } inner }] }
            && inner.Members.Exists(member => names.IsOfItem(member.Name)));

    private static IEnumerable<LooseNode> Unwrapped(LooseNode item, CompletionNames names) => !IsWrapped(item, names) ? [item]
        : item.Kind == LooseKind.Array ? item.Items
        : [item.Members[0].Value];

    // Both braces between two claims are missing: then one object has the members of both, and the first one's name comes again.
    private static IEnumerable<LooseNode> Apart(LooseNode item, CompletionNames names)
    {
        if (Starts(item, names) < 2)
        {
            yield return item;
            yield break;
        }

        LooseNode? claim = null;
        foreach (var member in item.Members)
        {
            if (claim is null || names.OfItem(member.Name) == names.OfItem(item.Members[0].Name))
            {
                if (claim is not null)
                {
                    yield return claim;
                }

                claim = new LooseNode(LooseKind.Object);
            }

            claim.Members.Add(member);
        }

        claim!.IsCut = item.IsCut;
        yield return claim;
    }

    // How many claims an object has: as many as it names elements, where it begins as often.
    private static int Starts(LooseNode item, CompletionNames names) => item.Kind != LooseKind.Object || item.Members.Count == 0 ? 0
        : item.Members.Count(member => names.OfItem(member.Name) == CompletionKeys.Element) is > 1 and var elements
            && item.Members.Count(member => names.OfItem(member.Name) == names.OfItem(item.Members[0].Name)) == elements ? elements
        : 1;

    private static bool IsByElement((string Name, LooseNode Value) member) =>
        member.Value.Kind is LooseKind.Object or LooseKind.Null or LooseKind.Array;

    private static IEnumerable<LooseNode> Named(string element, LooseNode claims)
    {
        foreach (var claim in claims.Kind == LooseKind.Array ? claims.Items : [claims])
        {
            if (claim.Kind == LooseKind.Object)
            {
                claim.Members.Insert(0, (CompletionKeys.Element, new LooseNode(LooseKind.Text, element)));
                yield return claim;
            }
        }
    }

    private static LooseNode Unpacked(string text, CompletionNames names)
    {
        var inner = new LooseParser(new LooseText(text, names)).ReadOutermost().Note(LooseNotes.Wrapped);
        return inner.Kind == LooseKind.Object ? Of(inner, names) : inner;
    }

    private static LooseNode List(LooseNode before, IEnumerable<LooseNode> items, string? mended = null)
    {
        var list = new LooseNode(LooseKind.Array) { IsCut = before.IsCut };
        if (mended is not null)
        {
            list.Note(mended);
        }

        list.Items.AddRange(items);
        foreach (var note in before.Notes)
        {
            list.Note(note);
        }

        return list;
    }
}
