namespace SalesIntel.Evaluation.Cases;

/// <summary>A booking of a corpus.</summary>
internal sealed record CorpusBooking
{
    /// <summary>The invitee's address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The invitee's whole name; empty where the form asks for both names.</summary>
    public string Name { get; init; } = "";

    /// <summary>First name, where the form asks for both.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name, where the form asks for both.</summary>
    public string? LastName { get; init; }

    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Number for text reminders.</summary>
    public string? Phone { get; init; }

    /// <summary>Name of the event type.</summary>
    public string Event { get; init; } = "Product demo";

    /// <summary>Questions with their answers, in order.</summary>
    public IReadOnlyList<CorpusAnswer> Answers { get; init; } = [];
}
