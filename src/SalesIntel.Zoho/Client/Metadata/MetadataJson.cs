using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Client;

/// <summary>The JSON of metadata, generated at compile time.</summary>
[JsonSerializable(typeof(ZohoField))]
[JsonSerializable(typeof(ZohoLayout))]
[JsonSerializable(typeof(ZohoOrganization))]
internal sealed partial class MetadataJson : JsonSerializerContext;
