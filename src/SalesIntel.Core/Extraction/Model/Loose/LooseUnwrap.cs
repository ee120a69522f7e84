using System.Net;

namespace SalesIntel.Extraction;

/// <summary>Takes a completion out of what it was packed into as a whole: escapes of a string, a cell of CSV, entities of a web page.
/// </summary>
internal static class LooseUnwrap
{
    private const string Entity = "&quot;";

    /// <summary>The text inside; null when it was not packed.</summary>
    public static string? Inner(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        if (start < 0)
        {
            return null;
        }

        var at = start + 1;
        while (at < text.Length)
        {
            if (LooseText.IsBlank(text[at]) || text[at] is '{' or '[')
            {
                at++;
            }
            else if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is 'n' or 't' or 'r')
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        var rest = text.AsSpan(at);
        return rest.StartsWith("\\\"") ? WithoutEscapes(text.AsSpan(start))
            : rest.StartsWith("\"\"") && text.AsSpan(0, start).TrimEnd().EndsWith("\"")
                ? text[start..].Replace("\"\"", "\"", StringComparison.Ordinal)
            : rest.StartsWith(Entity) ? WebUtility.HtmlDecode(text[start..])
            : null;
    }

    private static string WithoutEscapes(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        while (true)
        {
            var escape = text.IndexOf('\\');
            if (escape < 0 || escape + 1 == text.Length)
            {
                return plain.Append(text).ToString();
            }

            plain.Append(text[..escape]);
            var c = text[escape + 1];
            plain.Append(c switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '"' or '\\' or '/' => c.ToString(), _ => "\\" + c });
            text = text[(escape + 2)..];
        }
    }
}
