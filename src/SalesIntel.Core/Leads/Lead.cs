namespace SalesIntel.Leads;

/// <summary>What the CRM should show of a lead: the projection of its facts.</summary>
public sealed record Lead
{
    /// <summary>The lead's e-mail address, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>First name; may be empty.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name; may be empty.</summary>
    public string LastName { get; init; } = "";

    /// <summary>What happened last; null while nothing is known.</summary>
    public LeadStatus? Status { get; init; }

    /// <summary>The current booking: the end of the chain of reschedules; null when no booking is known. What it does not tell about the
    /// person (name, time zone, phone, answers) is the latest other booking's.</summary>
    public Booking? Booking { get; init; }

    /// <summary>When the demo takes (or took) place, UTC: the current booking's, or the meeting's where no booking is known.</summary>
    public DateTimeOffset? DemoAt { get; init; }

    /// <summary>True when <see cref="DemoAt"/> comes from a meeting: a time that is already in the CRM is then better.</summary>
    public bool DemoAtFromMeeting { get; init; }

    /// <summary>What was read from all bookings, meetings and forms, a later document winning field by field.</summary>
    public LeadValues Values { get; init; } = LeadValues.Empty;

    /// <summary>What was read from the conversations alone, for what a form says proves nothing of a deal; empty of a single one, which was rated by itself.</summary>
    internal LeadValues Said { get; init; } = LeadValues.Empty;
}
