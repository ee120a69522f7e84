namespace SalesIntel.Zoho.Crm;

/// <summary>What becomes of leads, notes and tasks: ids, codes and field names only.</summary>
internal static partial class Log
{
    [LoggerMessage(5008, LogLevel.Warning,
        "The fields of Zoho module {Module} can't be read ({Code}); values are sent unchecked until they can")]
    public static partial void MetadataUnreadable(ILogger logger, string module, string code);

    [LoggerMessage(5009, LogLevel.Information, "Zoho lead {LeadId} written, created {Created}, issues {Issues}")]
    public static partial void LeadWritten(ILogger logger, string leadId, bool created, int issues);

    [LoggerMessage(5010, LogLevel.Warning, "Zoho {Module}: {Issue}")]
    public static partial void FieldIssue(ILogger logger, string module, string issue);

    [LoggerMessage(5011, LogLevel.Information, "Zoho {Kind} {Id} written for lead {LeadId}")]
    public static partial void RelatedWritten(ILogger logger, string kind, string id, string leadId);

    [LoggerMessage(5025, LogLevel.Warning, "Shared state failed to {Operation} the fields of a Zoho module ({Failure}); this process reads them for itself")]
    public static partial void MetadataNotShared(ILogger logger, string operation, string failure);

    [LoggerMessage(5014, LogLevel.Information,
        "The refresh token lacks ZohoCRM.coql.READ; leads are searched for instead, in an index that is behind by seconds")]
    public static partial void QueriesRefused(ILogger logger);
}
