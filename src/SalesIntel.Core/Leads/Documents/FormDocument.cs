namespace SalesIntel.Leads;

/// <summary>A form that a person filled in, from a source of your own: its answers are read as a booking's are.</summary>
/// <param name="Id">Identifies the submission within its source, e.g. <c>contact:4711</c>.</param>
/// <param name="Email">The person's e-mail address, lower case.</param>
/// <param name="SubmittedAt">When it was submitted, UTC.</param>
public sealed record FormDocument(string Id, string Email, DateTimeOffset SubmittedAt) : LeadDocument
{
    /// <summary>What the form is called, e.g. <c>Contact form</c>.</summary>
    public string Title { get; init; } = "";

    /// <summary>The person's full name; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person's telephone number; may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The person's IANA time zone; may be empty.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Questions with their answers.</summary>
    public IReadOnlyList<FormAnswer> Answers { get; init; } = [];

    /// <inheritdoc/>
    public override string Key => Id;

    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Form;

    /// <inheritdoc/>
    public override DateTimeOffset Revision => SubmittedAt;

    /// <inheritdoc/>
    public override DateTimeOffset At => SubmittedAt;
}
