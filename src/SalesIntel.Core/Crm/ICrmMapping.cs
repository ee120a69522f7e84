namespace SalesIntel.Crm;

/// <summary>The CRM's own names and forms of our fields. Pure: it makes no call, and the same field gives the same answer.</summary>
public interface ICrmMapping
{
    /// <summary>A field under the CRM's name and in the CRM's form.</summary>
    /// <returns>Null when the field has no place in this CRM: it is not written. Two fields must not have one name.</returns>
    CrmValue? Map(PatchField field);

    /// <summary>Whether two values of a field are the same for this CRM, e.g. one moment in two time zones, or a number and its text.
    /// </summary>
    /// <param name="name">The CRM's name of the field.</param>
    /// <param name="left">A value that was written or read.</param>
    /// <param name="right">Another one.</param>
    bool IsSame(string name, JsonNode? left, JsonNode? right);

    /// <summary>Whether a value that the CRM holds is the form in which it has taken one of ours, e.g. cut at its length, or as a list of its
    /// own has it: then nobody has entered it.</summary>
    /// <param name="name">The CRM's name of the field.</param>
    /// <param name="held">What the CRM holds.</param>
    /// <param name="written">What we wrote.</param>
    bool IsFormOf(string name, JsonNode held, JsonNode written) => IsSame(name, held, written);
}
