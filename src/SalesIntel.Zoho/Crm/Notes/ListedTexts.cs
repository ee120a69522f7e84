namespace SalesIntel.Zoho.Crm;

/// <summary>Texts of notes that were read while a note was looked for: whoever has found it asks next whether a person has edited it, and that
/// needs no further call. A text is given out once, and soon after it was read. For several threads.</summary>
internal sealed class ListedTexts(TimeProvider time)
{
    private const int Most = 256;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Text, DateTimeOffset At)> texts = new(StringComparer.Ordinal);

    /// <summary>Keeps the text of a note that was just read.</summary>
    public void Keep(string id, string text)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (texts.Count >= Most)
            {
                foreach (var old in texts.Where(entry => !IsFresh(entry.Value.At, now)).Select(entry => entry.Key).ToList())
                {
                    texts.Remove(old);
                }
            }

            if (texts.Count < Most)
            {
                texts[id] = (text, now);
            }
        }
    }

    /// <summary>The text of a note, once; null when it was not read lately.</summary>
    public string? Take(string id)
    {
        lock (gate)
        {
            return texts.Remove(id, out var kept) && IsFresh(kept.At, time.GetUtcNow()) ? kept.Text : null;
        }
    }

    // A clock that was set back makes no text fresh.
    private static bool IsFresh(DateTimeOffset at, DateTimeOffset now) => at <= now && now - at < Fresh;
}
