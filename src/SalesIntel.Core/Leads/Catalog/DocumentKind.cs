namespace SalesIntel.Leads;

/// <summary>The kinds of document that values are read from.</summary>
public enum DocumentKind
{
    /// <summary>A form that a person filled in: a booking, a contact form.</summary>
    Form,

    /// <summary>A conversation with speakers: a meeting, a call.</summary>
    Conversation,
}
