namespace SalesIntel.Leads;

/// <summary>Something that values are read from and that a note is written about: a booking, a meeting, a form of your own.</summary>
public abstract record LeadDocument
{
    /// <summary>Identifies it among all documents of a lead, e.g. <c>booking:{invitee id}</c>, <c>meeting:{session id}</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Its kind.</summary>
    public abstract DocumentKind Kind { get; }

    /// <summary>Which state of it this is; a later one replaces it.</summary>
    public abstract DateTimeOffset Revision { get; }

    /// <summary>When it was made, UTC: values of a later document win over those of an earlier one.</summary>
    public abstract DateTimeOffset At { get; }
}
