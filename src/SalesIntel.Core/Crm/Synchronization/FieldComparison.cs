using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Crm;

/// <summary>Compares what we would write to a field with what the CRM holds, by the field's policy.</summary>
internal sealed class FieldComparison(ICrmMapping mapping, TimeProvider time)
{
    /// <summary>What is left to write of a field; null when nothing is.</summary>
    public FieldWrite? Left(LeadRecord record, FieldWrite write, JsonNode? held)
    {
        var theirs = HeldValue.Of(held);
        switch (write.Field.Policy)
        {
            case WritePolicy.PreserveUserEdits:
                return theirs is null || WrittenValues.Contain(record, write.Name, theirs, mapping) ? write : null;
            case WritePolicy.FillIfEmpty:
                return theirs is null ? write : null;
            case WritePolicy.AppendDated:
                if (Landed(record, write, theirs) is not null)
                {
                    return null;
                }

                var entry = DatedEntries.Entry(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), write.Field.Value);
                // With nothing to add to it is a value like others, of which a part is better than none.
                return theirs is null
                    ? write with { Field = write.Field with { Value = entry, Policy = WritePolicy.Own }, Entry = entry }
                    : write with { Field = write.Field with { Value = DatedEntries.Add(theirs.ToString(), entry) }, Entry = entry };
            default:
                return write;
        }
    }

    /// <summary>What an earlier write without an answer has left in the CRM, as it is remembered from now on; null when nothing is.</summary>
    public JsonNode? Landed(LeadRecord record, FieldWrite write, JsonNode? theirs) => write.Field.Policy switch
    {
        WritePolicy.FillIfEmpty when theirs is not null => WrittenValues.FormOf(record, write.Name, theirs, mapping),
        WritePolicy.AppendDated when WrittenValues.Entries(record, write.Name)
            .Any(entry => DatedEntries.Adds(entry, write.Field.Value) && theirs is not null
                && (DatedEntries.Holds(theirs.ToString(), entry) || mapping.IsFormOf(write.Name, theirs, JsonValue.Create(entry)!))) => write.Value,
        _ => null,
    };
}
