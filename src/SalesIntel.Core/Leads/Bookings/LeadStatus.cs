namespace SalesIntel.Leads;

/// <summary>What happened last with a lead's demo.</summary>
public enum LeadStatus
{
    /// <summary>A demo is booked.</summary>
    DemoBooked,

    /// <summary>A meeting took place.</summary>
    DemoComplete,

    /// <summary>The invitee did not come.</summary>
    DemoNoShow,

    /// <summary>The current booking was cancelled.</summary>
    DemoCanceled,
}
