namespace SalesIntel.Extraction;

/// <summary>What a question of a form asks for.</summary>
internal enum FormTopic
{
    /// <summary>Consent to something, which says nothing about the person.</summary>
    Consent,
    Referral,
    Authority,
    Website,
    Email,
    Phone,

    /// <summary>How many people work there, or in the team.</summary>
    Staff,

    /// <summary>How many people would use it, or licences for them.</summary>
    Users,

    /// <summary>How many or how much of something else.</summary>
    Count,

    /// <summary>What the company earns, which is no budget.</summary>
    Revenue,
    Budget,
    Timing,
    CompanyType,
    CompanyDescription,
    Industry,
    Role,
    ToolsUsed,
    Pain,
    Tools,
    Goal,
    FirstName,
    LastName,
    FullName,
    Country,
    State,
    City,

    /// <summary>Where somebody is, by whatever of city, region and country he says.</summary>
    Location,
    Company,
}
