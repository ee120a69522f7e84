using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Text;

public class WireJsonTests
{
    public static TheoryData<byte[]> Hostile =>
    [
        [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x7B], [0x00], [(byte)'"', 0xC3, (byte)'"'], [(byte)'{', 0xF0, 0x9F, (byte)'}'],
        .. ((string[])
        [
            "\"\\ud800\"", "\"\\udfff\\ud800\"", "{\"\\ud83d\":1}", "{\"a\":\"\\ud83d\\u0041\"}", "[\"\\\\ud800\"]", "{\"a\":1,\"a\":2}",
            "{\"a\":1,\"\\u0061\":2}", "{\"a\":{\"b\":1,\"b\":[{\"c\":1,\"c\":2}]}}", "{\"\\ud800\":1,\"\\ud801\":2}", new string('[', 100_000), "nul", "{\"a\":\"\\u12\"}", "\"\\", "1e999999999",
            "{\"a\":\"\0\"}", "{} {}",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Any_bytes_are_let_in_readable_or_not_at_all(byte[] bytes)
    {
        if (WireJson.TryParse(bytes, out var value))
        {
            Read(value);
            if (value.ValueKind == JsonValueKind.Object)
            {
                Assert.NotNull(JsonObject.Create(value)!.ToJsonString());
            }
        }
    }

    [Fact]
    public void Bad_bytes_cost_only_themselves()
    {
        byte[] body = [.. "\uFEFF{\"a\":\"x"u8, 0xFF, .. "y\",\"b\":\"\\ud83d\\ude00\"}"u8];
        Assert.True(WireJson.TryParse(body, out var value));
        Assert.Equal(("x\uFFFDy", "\U0001F600"), (value.GetProperty("a").GetString(), value.GetProperty("b").GetString()));
    }

    [Fact]
    public void Of_a_repeated_member_the_last_one_counts()
    {
        Assert.True(WireJson.TryParse("{\"a\":1,\"b\":{\"c\":1,\"c\":2},\"a\":3}"u8.ToArray(), out var value));
        Assert.Equal("""{"a":3,"b":{"c":2}}""", value.GetRawText());
    }

    private static void Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Assert.NotNull(value.GetString());
                break;
            case JsonValueKind.Array:
                Assert.All(value.EnumerateArray(), Read);
                break;
            case JsonValueKind.Object:
                Assert.All(value.EnumerateObject(), member =>
                {
                    Assert.NotNull(member.Name);
                    Read(member.Value);
                });
                break;
        }
    }
}
