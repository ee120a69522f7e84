namespace SalesIntel.Crm;

/// <summary>How much a section of a note is needed: where a CRM's limit cuts, it cuts the later ones first.</summary>
internal enum NotePart
{
    /// <summary>What a rep reads in twenty seconds; never cut.</summary>
    Head,

    /// <summary>What was found, and what is open.</summary>
    Core,

    /// <summary>What one looks up: quotes, attendees.</summary>
    Tail,

    /// <summary>What others wrote: a form's answers, the recorder's summary.</summary>
    Raw,
}
