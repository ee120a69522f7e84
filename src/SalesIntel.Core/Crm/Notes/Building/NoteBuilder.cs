namespace SalesIntel.Crm;

/// <summary>Writes the plain text of a note: lines, then sections with a heading, left out when empty. What does not fit into a limit is cut
/// by how much it is needed, and the note says so.</summary>
internal sealed class NoteBuilder
{
    /// <summary>So much of a note alone tells what matters.</summary>
    public const int HeadLength = 1_500;

    /// <summary>A limit below it can't hold the head and is taken for it.</summary>
    public const int LeastLimit = 2_000;

    // Fewer characters of a section than that tell nothing.
    private const int LeastOfSection = 80;

    private readonly List<Section> sections = [];
    private readonly StringBuilder lines = new();

    /// <summary>The characters of the head so far.</summary>
    public int Length => lines.Length + sections.Sum(section => section.Length);

    /// <summary>Adds a line to the head; the value is one line of text.</summary>
    public NoteBuilder Line(string label, string value)
    {
        if (value.Length > 0)
        {
            lines.Append(label).Append(": ").Append(value).Append('\n');
        }

        return this;
    }

    /// <summary>Adds a section.</summary>
    /// <param name="part">How much it is needed.</param>
    /// <param name="heading">Its heading, shown in capital letters.</param>
    /// <param name="body">Its lines, made by <see cref="NoteText"/>.</param>
    public NoteBuilder Add(NotePart part, string heading, string body)
    {
        if (body.Length > 0)
        {
            sections.Add(new Section(part, heading.ToUpperInvariant(), body));
        }

        return this;
    }

    /// <summary>The whole text.</summary>
    /// <param name="marker">Its last line.</param>
    /// <param name="limit">UTF-16 units that the CRM takes.</param>
    public string Close(string marker, int limit = int.MaxValue)
    {
        limit = Math.Max(limit, LeastLimit);
        List<Section> kept = [.. sections];
        List<string> cut = [];
        var text = Text(kept, cut, marker);
        foreach (var section in sections.Where(section => section.Part != NotePart.Head).Reverse().OrderByDescending(section => section.Part))
        {
            if (text.Length <= limit)
            {
                break;
            }

            // What is cut is named, which takes room as well.
            cut.Insert(0, section.Heading);
            var over = Text(kept, cut, marker).Length - limit;
            var at = kept.IndexOf(section);
            if (Shorter(section.Body, section.Body.Length - over) is { } body)
            {
                kept[at] = section with { Body = body };
            }
            else
            {
                kept.RemoveAt(at);
            }

            text = Text(kept, cut, marker);
        }

        return text;
    }

    // Whole lines where one is whole.
    private static string? Shorter(string body, int max)
    {
        if (max < LeastOfSection)
        {
            return null;
        }

        var end = body.LastIndexOf('\n', max - 2);
        return end >= LeastOfSection ? body[..end] + "\n…" : TextCleaner.Shorten(body, max);
    }

    private string Text(IEnumerable<Section> kept, IReadOnlyCollection<string> cut, string marker)
    {
        var text = new StringBuilder().Append(lines);
        foreach (var section in kept)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(section.Heading).Append('\n').Append(section.Body).Append('\n');
        }

        if (cut.Count > 0)
        {
            text.Append("\n[Cut, because the CRM takes no longer note: ").AppendJoin("; ", cut).Append("]\n");
        }

        return text.Append('\n').Append(marker).ToString();
    }

    private sealed record Section(NotePart Part, string Heading, string Body)
    {
        public int Length => Heading.Length + Body.Length + 3;
    }
}
