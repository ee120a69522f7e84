using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SalesIntel.Zoho.Auth;
using SalesIntel.Zoho.Metadata;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho;

/// <summary>The package's JSON, generated at compile time.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(AccessToken))]
[JsonSerializable(typeof(TokenRefusal))]
[JsonSerializable(typeof(FieldsAnswer))]
[JsonSerializable(typeof(WriteBody))]
internal sealed partial class ZohoJson : JsonSerializerContext
{
    /// <summary>Writes text as it is instead of escaped: the receiver is an API and no web page.</summary>
    public static ZohoJson Wire { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
