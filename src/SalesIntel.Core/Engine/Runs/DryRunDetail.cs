using SalesIntel.Crm;

namespace SalesIntel.Engine;

/// <summary>What would be written, in full, as it is kept with the event.</summary>
internal static class DryRunDetail
{
    public static string Of(IEnumerable<RecordedField> fields) =>
        new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, field.Value?.DeepClone())))
            .ToJsonString(ProcessingJsonContext.Readable);

    public static string Of(CrmNote note) => JsonSerializer.Serialize(note, ProcessingJsonContext.ForDetails.CrmNote);

    public static string Of(CrmTask task) => JsonSerializer.Serialize(task, ProcessingJsonContext.ForDetails.CrmTask);
}
