namespace SalesIntel.Engine;

/// <summary>Names of the effects in an event's ledger.</summary>
internal static class Effects
{
    /// <summary>The lead was chosen.</summary>
    public const string Route = "route";

    /// <summary>The facts were recorded and the lead written.</summary>
    public const string Facts = "facts";

    /// <summary>The language model (or the rules) answered.</summary>
    public const string Extraction = "extraction";

    /// <summary>The extracted values were written to the lead.</summary>
    public const string Intelligence = "intelligence";

    /// <summary>The note was written.</summary>
    public const string Note = "note";

    /// <summary>The lead's record in the CRM was held by somebody else; since when.</summary>
    public const string Wait = "wait";

    /// <summary>A person has had the event run again: it is work on the past, which others go before.</summary>
    public const string Replay = "replay";

    /// <summary>A person has asked that the event be extracted again; the reference names the request, the detail is the receipt of the
    /// extraction before.</summary>
    public const string Reextraction = "reextraction";

    /// <summary>The follow-up task was made.</summary>
    public const string Task = "task";
}
