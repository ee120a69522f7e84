using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Tests.Client;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Person))]
internal sealed partial class PersonJson : JsonSerializerContext;
