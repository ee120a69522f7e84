namespace SalesIntel.Zoho.Client;

/// <summary>One note that is to be written.</summary>
/// <param name="Target">The record that gets a new note, or the note that is replaced.</param>
/// <param name="Note">What it says.</param>
internal sealed record NoteRequest<TTarget>(TTarget Target, ZohoNote Note)
{
    /// <summary>About how many characters it has.</summary>
    public int Size => (Note.Title?.Length ?? 0) + (Note.Content?.Length ?? 0) + 120;
}
