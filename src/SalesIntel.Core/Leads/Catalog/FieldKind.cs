namespace SalesIntel.Leads;

/// <summary>What a field's text holds, and so how a CRM adapter formats it.</summary>
public enum FieldKind
{
    /// <summary>One line or paragraph.</summary>
    Text,

    /// <summary>Several points, one on each line.</summary>
    Lines,

    /// <summary>A whole number in ASCII digits.</summary>
    Number,

    /// <summary>A moment in UTC, ISO 8601 with seconds: <c>2026-11-19T16:30:00Z</c>.</summary>
    DateTime,

    /// <summary>The address of a web page.</summary>
    Url,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>One of <see cref="LeadField.Choices"/>.</summary>
    Choice,
}
