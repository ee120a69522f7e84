using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks;

public sealed class SignatureVectorTests
{
    private static readonly JsonNode Vectors = Fixtures.Json("signature_vectors");

    public static TheoryData<int> CalendlyVectors => Indexes("calendly");

    public static TheoryData<int> ReadAiVectors => Indexes("readai");

    [Theory]
    [MemberData(nameof(CalendlyVectors))]
    public void Calendly_vector_is_judged_as_stated(int index)
    {
        var vector = Vectors["calendly"]![index]!;
        var source = new CalendlySource(new CalendlyOptions { SigningKeys = [Text(vector, "signing_key")] });
        var now = DateTimeOffset.FromUnixTimeSeconds(vector["t"]!.GetValue<long>());

        Assert.Equal(Stated(vector), source.Verify(Request(vector), now) == SignatureValidationResult.Valid);
    }

    [Theory]
    [MemberData(nameof(ReadAiVectors))]
    public void ReadAi_vector_is_judged_as_stated(int index)
    {
        var vector = Vectors["readai"]![index]!;
        var source = new ReadAiSource(new ReadAiOptions { SigningKeys = [Text(vector, "signing_key_base64")] });

        Assert.Equal(Stated(vector), source.Verify(Request(vector), default) == SignatureValidationResult.Valid);
    }

    private static TheoryData<int> Indexes(string source) => [.. Enumerable.Range(0, Vectors[source]!.AsArray().Count)];

    private static bool Stated(JsonNode vector) => vector["valid"]!.GetValue<bool>();

    private static string Text(JsonNode vector, string name) => vector[name]!.GetValue<string>();

    private static WebhookRequest Request(JsonNode vector) => new(
        Encoding.UTF8.GetBytes(Text(vector, "body")),
        name => name == Text(vector, "header_name") ? Text(vector, "header_value") : null);
}
