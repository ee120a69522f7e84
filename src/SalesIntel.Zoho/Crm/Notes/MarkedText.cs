namespace SalesIntel.Zoho.Crm;

/// <summary>Text whose last line holds a marker by which it is found again. The marker is never shortened away.</summary>
internal static class MarkedText
{
    /// <summary>At most <paramref name="max"/> characters, the marker's line at the end, and a sentence that says so when
    /// something had to go.</summary>
    public static string Shorten(string text, string marker, int max)
    {
        var clean = TextCleaner.Block(text);
        var lastLine = clean.LastIndexOf('\n') + 1;
        var line = clean[lastLine..];
        if (!Holds(line, marker))
        {
            line = marker;
            clean += "\n" + marker;
            lastLine = clean.Length - marker.Length;
        }

        if (clean.Length <= max)
        {
            return clean;
        }

        var notice = $"[Shortened: this text had {clean.Length} characters, Zoho takes {max}.]";
        line = line.Length > 500 ? marker : line;
        var body = clean[..lastLine].TrimEnd();
        var room = max - notice.Length - line.Length - 3;
        if (room > 0)
        {
            return $"{TextCleaner.Shorten(body, room)}\n\n{notice}\n{line}".TrimStart();
        }

        // So little room is for the beginning of the text and for what finds it again.
        room = max - marker.Length - 1;
        return room > 0 ? $"{TextCleaner.Shorten(body, room)}\n{marker}".TrimStart() : marker;
    }

    /// <summary>True when the text holds the marker, and not only a longer one that begins alike.</summary>
    public static bool Holds(string? text, string marker)
    {
        for (var at = 0; text is not null && (at = text.IndexOf(marker, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var end = at + marker.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
