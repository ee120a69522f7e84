namespace SalesIntel.Simulator;

/// <summary>The lead fields of the simulated organisation: those of a default one, and the custom ones users add.</summary>
internal static class FieldCatalog
{
    public const string Email = "Email";

    private static readonly HashSet<string> s_ofContacts =
    [
        "Owner", "Last_Name", "First_Name", "Email", "Phone", "Mobile", "Lead_Source", "Description", "Demo_Datetime", "Lead_Intel",
    ];

    public static IReadOnlyList<FieldDefinition> Leads { get; } = [.. Standard(), .. Custom().Select(field => field with { Custom = true })];

    private static readonly Dictionary<string, FieldDefinition> s_byName = Leads.ToDictionary(field => field.ApiName);

    public static FieldDefinition? Find(string apiName) => s_byName.GetValueOrDefault(apiName);

    /// <summary>The fields of contacts: those of leads that a default organisation has there as well, and some of the custom ones.</summary>
    public static IReadOnlyList<FieldDefinition> Contacts { get; } = [.. Leads.Where(field => s_ofContacts.Contains(field.ApiName))];

    public static FieldDefinition? FindOfContact(string apiName) => s_ofContacts.Contains(apiName) ? Find(apiName) : null;

    private static FieldDefinition[] Standard() =>
    [
        new("Owner", "ownerlookup", "jsonobject", 120),
        FieldDefinition.Text("Last_Name", 80) with { Mandatory = true },
        FieldDefinition.Text("First_Name", 40),
        FieldDefinition.Choice("Salutation", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof."),
        FieldDefinition.Text("Company", 200),
        FieldDefinition.Text("Designation", 100),
        FieldDefinition.OfType(Email, "email", 100),
        FieldDefinition.OfType("Secondary_Email", "email", 100),
        FieldDefinition.OfType("Phone", "phone", 30),
        FieldDefinition.OfType("Mobile", "phone", 30),
        FieldDefinition.OfType("Fax", "phone", 30),
        FieldDefinition.OfType("Website", "website", 255),
        FieldDefinition.Text("Street", 250),
        FieldDefinition.Text("City", 100),
        FieldDefinition.Text("State", 100),
        FieldDefinition.Text("Country", 100),
        FieldDefinition.Text("Zip_Code", 30),
        FieldDefinition.Text("Skype_ID", 50),
        FieldDefinition.Text("Twitter", 50),
        new("No_of_Employees", "integer", "integer", 9),
        new("Annual_Revenue", "currency", "double", 16),
        new("Email_Opt_Out", "boolean", "boolean", 5),
        FieldDefinition.Area("Description", 32000),
        FieldDefinition.Choice(
            "Lead_Status", "Attempted to Contact", "Contact in Future", "Contacted", "Junk Lead", "Lost Lead", "Not Contacted",
            "Pre-Qualified", "Not Qualified", "Demo Booked", "Demo Complete", "Demo Canceled", "Demo No-show"),
        FieldDefinition.Choice(
            "Lead_Source", "Advertisement", "Cold Call", "Employee Referral", "External Referral", "Online Store", "Partner",
            "Public Relations", "Sales Email Alias", "Seminar Partner", "Internal Seminar", "Trade Show", "Web Download",
            "Web Research", "Chat", "Calendly", "Website"),
        FieldDefinition.Choice(
            "Industry", "ASP (Application Service Provider)", "Data/Telecom OEM", "ERP (Enterprise Resource Planning)",
            "Government/Military", "Large Enterprise", "ManagementISV", "MSP (Management Service Provider)",
            "Network Equipment Enterprise", "Non-management ISV", "Optical Networking", "Service Provider",
            "Small/Medium Enterprise", "Storage Equipment", "Storage Service Provider", "Systems Integrator",
            "Wireless Industry", "ERP", "Management ISV", "Food and Beverage", "Consumer Goods", "Manufacturing", "Packaging",
            "Pharmaceuticals", "Marketing Agency"),
        FieldDefinition.Choice("Rating", "Acquired", "Active", "Market Failed", "Project Cancelled", "Shut Down"),
        new("Created_Time", "datetime", "string", 120) { ReadOnly = true },
        new("Modified_Time", "datetime", "string", 120) { ReadOnly = true },
        new("Converted__s", "boolean", "boolean", 5) { ReadOnly = true },
        new("Converted_Date_Time", "datetime", "string", 120) { ReadOnly = true },
        new("Converted_Contact", "lookup", "jsonobject", 120) { ReadOnly = true },
        new("Converted_Account", "lookup", "jsonobject", 120) { ReadOnly = true },
        new("Converted_Deal", "lookup", "jsonobject", 120) { ReadOnly = true },
    ];

    // The API names follow the users' variables: ZCF_DEMO_DATETIME is Demo_Datetime.
    private static FieldDefinition[] Custom() =>
    [
        FieldDefinition.OfType("Demo_Datetime", "datetime", 120),
        FieldDefinition.Text("Demo_Timezone", 255),
        FieldDefinition.OfType("Calendly_Invitee_Uri", "website", 255),
        FieldDefinition.OfType("Calendly_Event_Uri", "website", 255),
        FieldDefinition.Area("Calendly_Qa", 32000),
        FieldDefinition.Area("Lead_Intel", 32000),
        FieldDefinition.Area("Pain_Points", 32000),
        FieldDefinition.Area("Team_Members", 2000),
        FieldDefinition.Area("Tools_Currently_Used", 2000),
        FieldDefinition.Area("Demo_Objectives", 2000),
        FieldDefinition.Area("Demo_Focus_Recommendation", 2000),
        FieldDefinition.Area("Discovery_Questions", 2000),
        FieldDefinition.Area("Sales_Rep_Cheat_Sheet", 32000),
        FieldDefinition.Area("Company_Type", 2000),
        FieldDefinition.Area("Company_Description", 2000),
        FieldDefinition.Area("Qualification_Gaps", 2000),
        FieldDefinition.Area("Bant_Budget", 2000),
        FieldDefinition.Area("Bant_Authority", 2000),
        FieldDefinition.Area("Bant_Need", 2000),
        FieldDefinition.Area("Bant_Timing", 2000),
        FieldDefinition.Area("Referred_By", 2000),
        FieldDefinition.Area("Meddic_Metrics", 2000),
        FieldDefinition.Area("Meddic_Economic_Buyer", 2000),
        FieldDefinition.Area("Meddic_Decision_Criteria", 2000),
        FieldDefinition.Area("Meddic_Decision_Process", 2000),
        FieldDefinition.Area("Meddic_Identified_Pain", 2000),
        FieldDefinition.Area("Meddic_Champion", 2000),
        FieldDefinition.Area("Meddic_Competition", 2000),
        FieldDefinition.Choice("Meddic_Confidence", "Cold", "Warm", "Hot", "Super-hot"),
    ];
}
