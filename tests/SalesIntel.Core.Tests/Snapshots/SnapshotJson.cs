using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesIntel.Snapshots;

/// <summary>The form that objects have in snapshots. Made here, not by the verifier, so that the files stay the same whichever
/// verifier reads them.</summary>
internal static class SnapshotJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    internal static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
