using System.Buffers;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From what was read to values by name. What is damaged within an item of a list loses that item, what is damaged within any
/// other value loses that value: part of one would pass for the whole.</summary>
internal sealed class CompletionWriter(CompletionNames names)
{
    private const int MostNotes = 4;

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> repaired = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lost = new(StringComparer.Ordinal);

    /// <summary>Writes an object's members.</summary>
    /// <param name="layer">How it was found.</param>
    /// <param name="root">The object.</param>
    /// <param name="also">What else is to be said of the whole.</param>
    public ReadCompletion Write(JsonLayer layer, LooseNode root, IEnumerable<string> also)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        foreach (var group in root.Members.GroupBy(member => names.Of(member.Name) ?? member.Name))
        {
            // Of two spellings the one that was asked for counts.
            var exact = group.Where(member => member.Name == group.Key).ToList();
            var (_, value) = (exact.Count > 0 ? exact : [.. group])[^1];
            Add(group.Key, group.Key == CompletionKeys.Claims ? ClaimList.Of(value, names) : value, group.Skip(1).Any(), json, buffer);
        }

        var notes = root.Notes.Concat(root.IsCut ? [LooseNotes.Closer] : []).Concat(also).Distinct().ToList();
        if (notes.Count > 0)
        {
            repaired[ReadCompletion.Whole] = string.Join(", ", notes);
        }

        var isMended = repaired.Count + lost.Count > 0;
        return new ReadCompletion(members.Count == 0 ? JsonLayer.None : isMended ? JsonLayer.Repaired : layer, members, repaired, lost);
    }

    private void Add(string name, LooseNode value, bool isRepeated, Utf8JsonWriter json, ArrayBufferWriter<byte> buffer)
    {
        var notes = new List<string>(isRepeated ? [LooseNotes.Repeated] : []);
        Gather(value, notes);
        if (value.Kind == LooseKind.Array && value.Lost is null)
        {
            string? why = null;
            var whole = new List<LooseNode>(value.Items.Count);
            foreach (var item in value.Items)
            {
                if (LossIn(item) is { } loss)
                {
                    why ??= loss;
                }
                else
                {
                    whole.Add(item);
                }
            }

            if (why is not null)
            {
                lost[name] = $"{value.Items.Count - whole.Count} of {Counted.Of(value.Items.Count, "item")}, {why}";
            }

            if (value.IsCut)
            {
                notes.Add(LooseNotes.CutList);
            }

            if (whole.Count > 0 || value.Items.Count == 0 && !value.IsCut)
            {
                WriteItems(json, whole);
                members[name] = Close(json, buffer);
            }
            else
            {
                lost.TryAdd(name, LooseNotes.Cut);
            }
        }
        else if (LossIn(value) is { } reason)
        {
            lost[name] = reason;
        }
        else
        {
            Write(json, value);
            members[name] = Close(json, buffer);
        }

        if (notes.Count > 0)
        {
            repaired[name] = string.Join(", ", notes.Take(MostNotes));
        }
    }

    private static void Gather(LooseNode node, List<string> notes)
    {
        foreach (var note in node.Notes)
        {
            if (!notes.Contains(note))
            {
                notes.Add(note);
            }
        }

        for (var i = 0; i < node.Count; i++)
        {
            Gather(node[i], notes);
        }
    }

    private static string? LossIn(LooseNode node)
    {
        var loss = node.Lost ?? (node.IsCut ? LooseNotes.Cut : null);
        for (var i = 0; loss is null && i < node.Count; i++)
        {
            loss = LossIn(node[i]);
        }

        return loss;
    }

    // What was written since the last call.
    private static JsonElement Close(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer)
    {
        json.Flush();
        var written = JsonElement.Parse(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        return written;
    }

    private void WriteItems(Utf8JsonWriter writer, List<LooseNode> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    // Of a name that comes twice the last one counts; most objects have no such name, and few members.
    private IEnumerable<(string Name, LooseNode Value)> Distinct(List<(string Name, LooseNode Value)> all)
    {
        var named = new OrderedDictionary<string, LooseNode>(all.Count, StringComparer.Ordinal);
        foreach (var (name, value) in all)
        {
            named[names.OfItem(name)] = value;
        }

        return named.Select(one => (one.Key, one.Value));
    }

    private void Write(Utf8JsonWriter writer, LooseNode node)
    {
        switch (node.Kind)
        {
            case LooseKind.Object:
                writer.WriteStartObject();
                foreach (var (name, value) in Distinct(node.Members))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case LooseKind.Array:
                WriteItems(writer, node.Items);
                break;
            case LooseKind.Text:
                writer.WriteStringValue(node.Text);
                break;
            case LooseKind.Number:
                writer.WriteRawValue(node.Text);
                break;
            case LooseKind.Flag:
                writer.WriteBooleanValue(node.Text == "true");
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
