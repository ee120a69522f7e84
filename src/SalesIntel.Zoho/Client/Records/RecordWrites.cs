namespace SalesIntel.Zoho.Client;

/// <summary>The writes of records.</summary>
internal static class RecordWrites
{
    /// <summary>Creates records.</summary>
    public static RecordWrite Insert(string module, IReadOnlyList<JsonNode> records, ZohoWriteSettings? settings) => new()
    {
        Method = HttpMethod.Post,
        Path = ApiPath.Module(module),
        Operation = $"insert into {module}",
        Scopes = Scopes(module),
        Records = records,
        Settings = settings,
        Action = ZohoWriteAction.Inserted,
        IsRepeatable = false,
    };

    /// <summary>Creates records, or changes those that have the same values of unique fields.</summary>
    public static RecordWrite Upsert(string module, IReadOnlyList<JsonNode> records, ZohoWriteSettings? settings) =>
        Insert(module, records, settings) with
        {
            Path = $"{ApiPath.Module(module)}/upsert",
            Operation = $"create or update a record of {module}",
            IsRepeatable = true,
            IsUpsert = true,
        };

    /// <summary>Changes records, each of which has its id.</summary>
    public static RecordWrite Update(string module, IReadOnlyList<JsonNode> records, ZohoWriteSettings? settings) => new()
    {
        Method = HttpMethod.Put,
        Path = ApiPath.Module(module),
        Operation = $"update records of {module}",
        Scopes = Scopes(module),
        Records = records,
        Settings = settings,
        Action = ZohoWriteAction.Updated,
        IsRepeatable = true,
    };

    /// <summary>Changes one record, whose id the address has.</summary>
    public static RecordWrite Update(string module, string id, JsonNode record, ZohoWriteSettings? settings) =>
        Update(module, [record], settings) with
        {
            Path = $"{ApiPath.Module(module)}/{ApiPath.Id(id)}",
            Operation = $"update record {id} of {module}",
            Id = id,
        };

    /// <summary>Deletes records.</summary>
    public static RecordWrite Delete(string module, IReadOnlyList<string> ids) => new()
    {
        Method = HttpMethod.Delete,
        Path = ApiPath.Module(module),
        Operation = $"delete records of {module}",
        Scopes = Scopes(module),
        Records = [.. ids.Select(id => new JsonObject { ["id"] = ApiPath.Id(id) })],
        Action = ZohoWriteAction.Deleted,
        IsRepeatable = true,
    };

    // The scopes of custom modules are those of all modules.
    private static string Scopes(string module) => $"ZohoCRM.modules.{module.ToLowerInvariant()}.ALL";
}
