using System.Text;

namespace SalesIntel.Crm;

/// <summary>Writes the plain text of a note: sections with a heading, left out when empty.</summary>
internal sealed class NoteBuilder
{
    private readonly StringBuilder text = new();

    public NoteBuilder Line(string label, string value)
    {
        if (value.Length > 0)
        {
            text.Append(label).Append(": ").Append(value).Append('\n');
        }

        return this;
    }

    public NoteBuilder Section(string heading, string body)
    {
        if (body.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(heading.ToUpperInvariant()).Append('\n').Append(body).Append('\n');
        }

        return this;
    }

    public NoteBuilder Section(string heading, IEnumerable<string> items) =>
        Section(heading, string.Join('\n', items.Select(item => $"- {item}")));

    public string Close(string marker) => text.Append('\n').Append(marker).ToString();
}
