namespace SalesIntel.Leads;

/// <summary>How a value gets along with what a CRM already holds.</summary>
public enum WritePolicy
{
    /// <summary>Our value replaces whatever the CRM holds.</summary>
    Own,

    /// <summary>Written while the CRM's field is empty, never again.</summary>
    FillIfEmpty,

    /// <summary>Written unless a person has entered something else; what we wrote ourselves may be replaced.</summary>
    PreserveUserEdits,

    /// <summary>Added, with its day, to what the CRM holds.</summary>
    AppendDated,
}
