using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Notes;

/// <summary>Texts that are short enough by our count, and too long for a server that counts bytes: they are shortened, and found again.</summary>
public sealed class CountedBytesTests
{
    private const string Marker = "SalesIntel 1a2b3c4d5e6f";
    private static readonly string Long = $"{string.Concat(Enumerable.Repeat("Заявка. ", 3_900))}\n\n{Marker}";

    [Theory]
    [InlineData("POST /crm/v8/Notes", "Note_Content")]
    [InlineData("POST /crm/v8/Tasks", "Description")]
    public async Task Row_6_1_text_that_is_too_long_in_bytes_is_shortened_and_keeps_its_marker(string route, string field)
    {
        using var zoho = new ZohoHarness();
        const int Max = 40_000;
        zoho.Stub.Always(route, async (request, _) =>
        {
            var text = (string)JsonNode.Parse(await request.Content!.ReadAsStringAsync(CancellationToken.None))!["data"]![0]![field]!;
            return Encoding.UTF8.GetByteCount(text) > Max
                ? StubZoho.Answer(400, Answers.Row("INVALID_DATA", $$"""{"api_name":"{{field}}","maximum_length":"{{Max}}"}"""))
                : StubZoho.Answer(201, Answers.Added);
        });

        Assert.Equal("7001", route.EndsWith("Notes", StringComparison.Ordinal)
            ? await zoho.Crm.CreateNoteAsync("5001", new("Title", Long, Marker), default)
            : await zoho.Crm.CreateTaskAsync("5001", new("Subject", new DateOnly(2026, 11, 24), Long, Marker), default));

        var sent = (string)JsonNode.Parse(zoho.Stub.Calls[^1].Body!)!["data"]![0]![field]!;
        Assert.True(MarkedText.Holds(sent, Marker));
        Assert.InRange(Encoding.UTF8.GetByteCount(sent), Max * 9 / 10, Max);
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }
}
