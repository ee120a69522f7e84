using System.Globalization;
using System.Text.Json;
using SalesIntel.Text;

namespace SalesIntel.Webhooks;

public sealed class WireTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1795006804000", "2026-11-18T13:00:04.0000000")]
    [InlineData("\"1795006804001\"", "2026-11-18T13:00:04.0010000")]
    [InlineData("1795006804", "2026-11-18T13:00:04.0000000")]
    [InlineData("1795006804.5", "2026-11-18T13:00:04.5000000")]
    [InlineData("0", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"4.25\"", "2026-11-18T10:00:04.2500000")]
    [InlineData("\"2026-11-18T10:00:00-05:00\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00:00.123456Z\"", "2026-11-18T10:00:00.1234560")]
    [InlineData("\"2026-11-18\"", "2026-11-18T00:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00:00 Europe/Berlin\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00Z Europe/Berlin\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"November 18, 2026 10:00 AM Europe/Berlin\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"Wed, 18 Nov 2026 10:00:00 GMT Europe/Berlin\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("{\"dateTime\":\"November 18, 2026 10:00 AM\",\"timeZone\":\"Europe/Berlin\"}", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00:00\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00Z\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00+0100\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00:00 -0530\"", "2026-11-18T15:30:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00+01\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00.123456789Z\"", "2026-11-18T10:00:00.1234568")]
    [InlineData("\"2026-11-18 10:00:00 UTC\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00:00 GMT\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00 utc\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026/11/18 10:00:00\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"20261118T100000Z\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"Wed, 18 Nov 2026 10:00:00 GMT\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"Wed, 18 Nov 2026 10:00:00 +0100\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"18 Nov 2026 10:00:00 UTC\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"Wed Nov 18 2026 10:00:00 GMT+0100 (Central European Standard Time)\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"November 18, 2026 10:00 AM\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 10:00 PM UTC\"", "2026-11-18T22:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 10:00 CET\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 10:00 (CET)\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 10:00 AM EST\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 10:00 a.m. est\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"November 18, 2026 at 3:00 PM PST\"", "2026-11-18T23:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 10 AM CST\"", "2026-11-18T16:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 @ 10AM ET\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"Jul 18, 2026 10:00 AM ET\"", "2026-07-18T14:00:00.0000000")]
    [InlineData("\"Jul 18, 2026 10:00 BST\"", "2026-07-18T09:00:00.0000000")]
    [InlineData("\"Jul 18, 2026 10:00 CET\"", "2026-07-18T09:00:00.0000000")]
    [InlineData("\"18 Jul 2026 10:00:00 CEST\"", "2026-07-18T08:00:00.0000000")]
    [InlineData("\"Wed, 18-Nov-2026 10:00:00 JST\"", "2026-11-18T01:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00:00 AEDT\"", "2026-11-17T23:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00 EST\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00 ACDT\"", "2026-11-17T23:30:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00Z EST\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18T10:00:00-05:00 (EST)\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"2026-11-18 3:00 PM EST\"", "2026-11-18T20:00:00.0000000")]
    [InlineData("\"November 18, 2026 10:00 AM Eastern Standard Time\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"Wednesday, November 18, 2026 at 10:00 AM GMT+1\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"Wednesday, November 18, 2026 at 10:00\u202fAM UTC-5\"", "2026-11-18T15:00:00.0000000")]
    [InlineData("\"Nov 18, 2026 10:00 AM GMT+5:30\"", "2026-11-18T04:30:00.0000000")]
    [InlineData("\"Nov 18, 2026 10:00 AM (UTC+01:00)\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"2026-11-18 10:00 GMT+1\"", "2026-11-18T09:00:00.0000000")]
    [InlineData("\"2026-11-18T24:00:00Z\"", "2026-11-19T00:00:00.0000000")]
    [InlineData("\"2026-12-31T24:00:00+01:00\"", "2026-12-31T23:00:00.0000000")]
    [InlineData("\"2026-11-18T24:00:00 CET\"", "2026-11-18T23:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-11-18T10:00:00\",\"timeZone\":\"PST\"}", "2026-11-18T18:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-11-18T10:00:00.0000000\",\"timeZone\":\"W. Europe Standard Time\"}", "2026-11-18T09:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-11-18T10:00:00\",\"timeZone\":\"pacific standard time\"}", "2026-11-18T18:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-11-18T10:00:00\",\"timeZone\":\"UTC+12\"}", "2026-11-17T22:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-11-18T10:00:00Z\"}", "2026-11-18T10:00:00.0000000")]
    [InlineData("{\"$date\":\"2026-11-18T10:00:00Z\"}", "2026-11-18T10:00:00.0000000")]
    [InlineData("{\"_seconds\":1795006804,\"_nanoseconds\":0}", "2026-11-18T13:00:04.0000000")]
    [InlineData("\"2026-11-18T11:00:00+01:00[Europe/Berlin]\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18T11:00[Europe/Berlin]\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18T11:00:00Z[UTC]\"", "2026-11-18T11:00:00.0000000")]
    [InlineData("\"2026-11-18T11:00:00[Mars/Olympus]\"", "2026-11-18T11:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-11-18T05:00:00.0000000\",\"timeZone\":\"America/New_York\"}", "2026-11-18T10:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-11-18T11:00:00+01:00\",\"timeZone\":\"America/New_York\"}", "2026-11-18T10:00:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-03-29T02:30:00\",\"timeZone\":\"Europe/Berlin\"}", "2026-03-29T01:30:00.0000000")]
    [InlineData("{\"dateTime\":\"2026-10-25T02:30:00\",\"timeZone\":\"Europe/Berlin\"}", "2026-10-25T00:30:00.0000000")]
    [InlineData("{\"dateTime\":\"0001-01-01T00:00:00\",\"timeZone\":\"Asia/Tokyo\"}", "0001-01-01T00:00:00.0000000")]
    [InlineData("\"2026-11-18]\"", null)]
    [InlineData("\"18.11.2026 10:00\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"11/18/2026 10:00\"", "2026-11-18T10:00:00.0000000")]
    [InlineData("\"2026-11-18T25:00:00Z\"", null)]
    [InlineData("\"2026-11-18T24:00:01Z\"", null)]
    [InlineData("\"2026-11-18T24:30:00Z\"", null)]
    [InlineData("\"9999-12-31T24:00:00Z\"", null)]
    [InlineData("\"Nov 18, 2026 10:00 IST\"", null)]
    [InlineData("\"Nov 18, 2026 10:00 (IST)\"", null)]
    [InlineData("\"Nov 18, 2026 10:00 XYZ\"", null)]
    [InlineData("\"Nov 18, 2026 13 PM\"", null)]
    [InlineData("\"Nov 18, 2026 10\"", null)]
    [InlineData("\"in 2026-11-18\"", null)]
    [InlineData("-1", null)]
    [InlineData("1e300", null)]
    [InlineData("999999999999999999", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"10:00\"", null)]
    [InlineData("\"10:30:0-05:00\"", null)]
    [InlineData("\"tomorrow\"", null)]
    [InlineData("\"2026-13-40T10:00:00Z\"", null)]
    [InlineData("\"0001-01-01T00:00:00+14:00\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    public void Time_is_read_in_every_unit_or_not_at_all(string json, string? expected)
    {
        using var document = JsonDocument.Parse(json);

        var time = WireTime.Read(document.RootElement, Start);

        Assert.Equal(expected, time?.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, time?.Offset ?? TimeSpan.Zero);
    }

    [Fact]
    public void Small_number_without_a_start_is_no_time()
    {
        using var document = JsonDocument.Parse("12");

        Assert.Null(WireTime.Read(document.RootElement));
    }
}
