namespace SalesIntel.Extraction;

/// <summary>A value of a completion as it was read, with what had to be done to read it.</summary>
internal sealed class LooseNode(LooseKind kind, string text = "")
{
    private List<string>? notes;
    private StringBuilder? more;

    /// <summary>What it is.</summary>
    public LooseKind Kind => kind;

    /// <summary>The text, the number's digits, or <c>true</c>.</summary>
    public string Text => more is null ? text : more.ToString();

    /// <summary>Members of an object, in their order; one name may come more than once.</summary>
    public List<(string Name, LooseNode Value)> Members { get; } = kind == LooseKind.Object ? [] : null!;

    public List<LooseNode> Items { get; } = kind == LooseKind.Array ? [] : null!;

    /// <summary>Why there is no value: it may have been cut, or is not told from what is around it. Null = there is one.</summary>
    public string? Lost { get; private set; }

    /// <summary>True when the text ended before an object or array did.</summary>
    public bool IsCut { get; set; }

    /// <summary>True when something separates members or items.</summary>
    public bool HasSeparators { get; set; }

    /// <summary>What was mended in it, not in what it holds.</summary>
    public IReadOnlyList<string> Notes => notes ?? [];

    /// <summary>How many values it holds.</summary>
    public int Count => kind == LooseKind.Object ? Members.Count : kind == LooseKind.Array ? Items.Count : 0;

    /// <summary>A value that it holds.</summary>
    public LooseNode this[int index] => kind == LooseKind.Object ? Members[index].Value : Items[index];

    /// <summary>Says what was mended.</summary>
    public LooseNode Note(string what)
    {
        notes ??= [];
        if (!notes.Contains(what))
        {
            notes.Add(what);
        }

        return this;
    }

    /// <summary>Says that it is no value.</summary>
    public LooseNode Lose(string why)
    {
        Lost ??= why;
        return this;
    }

    /// <summary>Adds text that was written as a further string.</summary>
    public void Append(LooseNode next)
    {
        more ??= new StringBuilder(text);
        more.Append(next.Text);
        foreach (var note in next.Notes)
        {
            Note(note);
        }

        if (next.Lost is { } why)
        {
            Lose(why);
        }
    }

    /// <summary>The same value as JSON that was read strictly has it.</summary>
    public static LooseNode Of(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var record = new LooseNode(LooseKind.Object);
                foreach (var member in value.EnumerateObject())
                {
                    record.Members.Add((member.Name, Of(member.Value)));
                }

                return record;
            case JsonValueKind.Array:
                var list = new LooseNode(LooseKind.Array);
                list.Items.EnsureCapacity(value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                {
                    list.Items.Add(Of(item));
                }

                return list;
            case JsonValueKind.String:
                return new LooseNode(LooseKind.Text, value.GetString()!);
            case JsonValueKind.Number:
                return new LooseNode(LooseKind.Number, value.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                return new LooseNode(LooseKind.Flag, value.ValueKind == JsonValueKind.True ? "true" : "false");
            default:
                return new LooseNode(LooseKind.Null);
        }
    }
}
