namespace SalesIntel.Crm;

/// <summary>Which field of the CRM holds what. A name that is empty is not written.</summary>
public sealed class FieldMapOptions
{
    /// <summary>API name of the lead's status field.</summary>
    /// <value>Default <c>Lead_Status</c>.</value>
    public string StatusField { get; set; } = "Lead_Status";

    /// <summary>Status of a lead with a booked demo.</summary>
    public string DemoBooked { get; set; } = "Demo Booked";

    /// <summary>Status of a lead whose demo took place.</summary>
    public string DemoComplete { get; set; } = "Demo Complete";

    /// <summary>Status of a lead that cancelled.</summary>
    public string DemoCanceled { get; set; } = "Demo Canceled";

    /// <summary>Status of a lead that did not come.</summary>
    public string DemoNoShow { get; set; } = "Demo No-show";

    /// <summary>API names of custom fields by the variable that names them, e.g. <c>ZCF_DEMO_DATETIME</c> → <c>Demo_Datetime</c>.</summary>
    public IDictionary<string, string> Custom { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
