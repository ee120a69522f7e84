namespace SalesIntel.Zoho.Client;

/// <summary>The JSON of metadata, generated at compile time. Zoho has numbers as text in places.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ZohoField))]
[JsonSerializable(typeof(ZohoLayout))]
[JsonSerializable(typeof(ZohoOrganization))]
internal sealed partial class MetadataJson : JsonSerializerContext;
