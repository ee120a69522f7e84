namespace SalesIntel.Evaluation.Cases;

/// <summary>A booking of a corpus.</summary>
internal sealed record CorpusBooking
{
    /// <summary>The invitee's address.</summary>
    public string Email { get; set; } = "";

    /// <summary>The invitee's whole name; empty where the form asks for both names.</summary>
    public string Name { get; set; } = "";

    /// <summary>First name, where the form asks for both.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name, where the form asks for both.</summary>
    public string? LastName { get; set; }

    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Number for text reminders.</summary>
    public string? Phone { get; set; }

    /// <summary>Name of the event type.</summary>
    public string Event { get; set; } = "Product demo";

    /// <summary>Questions with their answers, in order.</summary>
    public IReadOnlyList<CorpusAnswer> Answers { get; set; } = [];
}
