namespace SalesIntel.Zoho.Client;

/// <summary>How notes are read.</summary>
internal static class NoteReads
{
    /// <summary>The fields that are read besides the id.</summary>
    public static readonly string[] Fields = ["Note_Title", "Note_Content", "Created_Time"];

    /// <summary>A note of the texts that Zoho has under its fields.</summary>
    public static ZohoNote Note(string? id, Func<string, string?> textOf) => new()
    {
        Id = id,
        Title = textOf("Note_Title"),
        Content = textOf("Note_Content"),
        CreatedAt = DateTimeOffset.TryParse(textOf("Created_Time"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
    };
}
