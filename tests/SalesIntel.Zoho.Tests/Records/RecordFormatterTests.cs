using System.Text.Json.Nodes;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Records;

/// <summary>Values are brought into the form of to the module's fields before they are sent.</summary>
public class RecordFormatterTests
{
    [Theory]
    [InlineData("Company", "\"Northwind Laboratories of Design Pty Ltd\"", "\"Northwind Laboratories of Des…\"", "shortened to 30 characters")]
    [InlineData("Company", "\"two\\nlines\\u0000\"", "\"two lines\"", null)]
    [InlineData("Company", "42", "\"42\"", null)]
    [InlineData("Company", "{\"a\":1}", null, "is not text, left out")]
    [InlineData("Company", "null", "null", null)]
    [InlineData("Pains", "\"one\\ntwo\\r\\u0007\"", "\"one\\ntwo\"", null)]
    [InlineData("Industry", "\"design\"", "\"Design\"", null)]
    [InlineData("Industry", "\"management isv\"", "\"ManagementISV\"", null)]
    [InlineData("Industry", "\"Management-ISV\"", "\"ManagementISV\"", null)]
    [InlineData("Industry", "\"C\"", null, "not one of the picklist's values, left out; add the value in Zoho or change the mapping")]
    [InlineData("Industry", "\"c++\"", "\"C++\"", null)]
    [InlineData("Industry", "\"--\"", null, "not one of the picklist's values, left out; add the value in Zoho or change the mapping")]
    [InlineData("Lead_Status", "\"demo-booked.\"", "\"Demo Booked\"", null)]
    [InlineData("Industry", "\"Mining\"", null, "not one of the picklist's values, left out; add the value in Zoho or change the mapping")]
    [InlineData("Industry", "\"Space\"", null, "not one of the picklist's values, left out; add the value in Zoho or change the mapping")]
    [InlineData("Lead_Status", "\"Demo No-show\"", null, "not one of the picklist's values, left out; add the value in Zoho or change the mapping")]
    [InlineData("Topics", "\"review; Space\"", "[\"Review\"]", "values that the picklist does not have were left out")]
    [InlineData("Topics", "[\"Review\",\"proofing\"]", "[\"Review\",\"Proofing\"]", null)]
    [InlineData("Topics", "\"Space\"", null, "none of them is one of the picklist's values, left out")]
    [InlineData("No_of_Employees", "\"1,200\"", "1200", null)]
    [InlineData("No_of_Employees", "42", "42", null)]
    [InlineData("No_of_Employees", "\"51-200\"", null, "is not a whole number of up to 9 digits, left out")]
    [InlineData("No_of_Employees", "1234567890", null, "is not a whole number of up to 9 digits, left out")]
    [InlineData("No_of_Employees", "1.5", null, "is not a whole number of up to 9 digits, left out")]
    [InlineData("Ref", "123456789012345678", "\"123456789012345678\"", null)]
    [InlineData("Ref", "\"0012345600012\"", "\"0012345600012\"", null)]
    [InlineData("Annual_Revenue", "\"12.50\"", "12.50", null)]
    [InlineData("No_of_Employees", "999999999", "999999999", null)]
    [InlineData("No_of_Employees", "-999999999", "-999999999", null)]
    [InlineData("No_of_Employees", "1E3", "1000", null)]
    [InlineData("No_of_Employees", "\"1,5\"", null, "is not a whole number of up to 9 digits, left out")]
    [InlineData("No_of_Employees", "\",500\"", null, "is not a whole number of up to 9 digits, left out")]
    [InlineData("Ref", "\"1234567890123456789\"", null, "is not a whole number of up to 18 digits, left out")]
    [InlineData("Ref", "\"0000000000000000001\"", null, "is not a whole number of up to 18 digits, left out")]
    [InlineData("Annual_Revenue", "\"12,5\"", null, "is not a number, left out")]
    [InlineData("Annual_Revenue", "\"1,250,000.5\"", "1250000.5", null)]
    [InlineData("Annual_Revenue", "9999999999999999", "9999999999999999", null)]
    [InlineData("Annual_Revenue", "10000000000000000", null, "is not a number of up to 16 digits before the point, left out")]
    [InlineData("Annual_Revenue", "-10000000000000000", null, "is not a number of up to 16 digits before the point, left out")]
    [InlineData("Annual_Revenue", "9999999999999999.9999999999", null, "is not a number of up to 16 digits before the point, left out")]
    [InlineData("Annual_Revenue", "0.123456789", "0.123456789", null)]
    [InlineData("Annual_Revenue", "0.1234567891", "0.123456789", "rounded to 9 places behind the point")]
    [InlineData("Annual_Revenue", "1E+20", null, "is not a number of up to 16 digits before the point, left out")]
    [InlineData("Discount", "99999", "99999", null)]
    [InlineData("Discount", "100000", null, "is not a number of up to 5 digits before the point, left out")]
    [InlineData("Discount", "12.345", "12.35", "rounded to 2 places behind the point")]
    [InlineData("Annual_Revenue", "\"much\"", null, "is not a number, left out")]
    [InlineData("Email_Opt_Out", "\"True\"", "true", null)]
    [InlineData("Email_Opt_Out", "\"yes\"", null, "is not true or false, left out")]
    [InlineData("Demo_Day", "\"2026-11-24T09:00:00+11:00\"", "\"2026-11-24\"", null)]
    [InlineData("Demo_Day", "\"24/11/2026\"", null, "is not a date, yyyy-MM-dd, left out")]
    [InlineData("Demo_At", "\"2026-11-24T09:00:00.1234567Z\"", "\"2026-11-24T09:00:00+00:00\"", null)]
    [InlineData("Demo_At", "\"2026-11-24T09:00:00+11:00\"", "\"2026-11-24T09:00:00+11:00\"", null)]
    [InlineData("Demo_At", "\"soon, I hope, maybe\"", null, "is not a date and time, left out")]
    [InlineData("Phone", "\"+61 (0)2 9876/5432 ☎\"", "\"+61298765432\"", null)]
    [InlineData("Phone", "\"n/a\"", null, "not a telephone number that Zoho takes, left out")]
    [InlineData("Website", "\"northwind-labs.example\"", "\"northwind-labs.example\"", null)]
    [InlineData("Website", "\"none yet\"", null, "not a web address of up to 255 characters, left out")]
    [InlineData("Reseller", "\"5000000000012\"", "{\"id\":\"5000000000012\"}", null)]
    [InlineData("Reseller", "\"Northwind\"", null, "is not the id of a record, left out")]
    [InlineData("Score", "3", null, "read-only for the Zoho user, left out")]
    [InlineData("Created_By_App", "\"x\"", null, "read-only for the Zoho user, left out")]
    [InlineData("Demo_Timezone", "\"x\"", null, "no such field in Leads, left out; check the API name in the ZCF_ variable that names it")]
    [InlineData("demo_at", "\"x\"", null, "no such field in Leads, left out; API names are case-sensitive, is Demo_At meant?")]
    [InlineData("$append_values", "{\"Topics\":true}", "{\"Topics\":true}", null)]
    public async Task A_value_takes_the_form_of_its_field(string field, string value, string? sent, string? issue)
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", $$"""{"{{field}}":{{value}},"First_Name":"Dana"}""");

        var record = JsonNode.Parse(Assert.Single(zoho.Stub.Calls).Body!)!["data"]![0]!.AsObject();
        Assert.Equal(sent is not null, record.ContainsKey(field));
        if (sent is not null)
        {
            Assert.Equal(sent, record[field]?.ToJsonString(Relaxed) ?? "null");
        }

        Assert.Equal(issue is null ? [] : [$"{field}: {issue}"], receipt.Issues);
        Assert.Equal("Dana", (string)record["First_Name"]!);
    }

    [Fact]
    public async Task The_receipt_tells_what_was_sent_and_in_which_form()
    {
        using var zoho = new ZohoHarness(o => o.OwnerId = "4200", fields: true);
        zoho.Stub.On(Upsert, 200, Answers.Inserted).On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);

        var receipt = await zoho.WriteAsync(
            null, """{"Last_Name":"Quill","Phone":"+61 (0)2 9876/5432","Industry":"Space","Website":null}""");

        Assert.Equal("""{"Last_Name":"Quill","Phone":"+61298765432","Website":null}""", receipt.Sent!.ToJsonString(Relaxed));
    }

    [Fact]
    public async Task Nothing_that_Zoho_would_take_is_no_call_and_nothing_sent()
    {
        using var zoho = new ZohoHarness(fields: true);

        var receipt = await zoho.WriteAsync("5001", """{"Industry":"Space"}""");

        Assert.Equal("{}", receipt.Sent!.ToJsonString());
        Assert.DoesNotContain(zoho.Stub.Calls, call => call.Method == "PUT");
    }

    [Fact]
    public async Task A_picklist_takes_anything_where_that_is_allowed()
    {
        using var zoho = new ZohoHarness(o => o.AllowUnknownPicklistValues = true, fields: true);
        zoho.Stub.On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", """{"Industry":"Space","Topics":["Review","Space"]}""");

        Assert.Empty(receipt.Issues);
        Assert.Equal("""{"data":[{"Industry":"Space","Topics":["Review","Space"]}]}""", zoho.Stub.Calls[0].Body);
    }

    [Fact]
    public async Task A_creation_may_write_what_only_a_creation_may()
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(Upsert, 200, Answers.Inserted);

        var receipt = await zoho.WriteAsync(null, """{"Last_Name":"A last name that is far too long","Created_By_App":"SalesIntel"}""");

        Assert.Equal(["Last_Name: shortened to 20 characters"], receipt.Issues);
        Assert.Contains("\"Last_Name\":\"A last name that is…\",\"Created_By_App\":\"SalesIntel\"", zoho.Stub.Calls[0].Body);
    }

    [Fact]
    public async Task The_issues_are_logged_by_field()
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);

        await zoho.WriteAsync("5001", """{"Industry":"Space","Company":"Northwind"}""");

        Assert.Contains(zoho.Logs.Lines, l => l.StartsWith("Warning 5010 Zoho Leads: Industry: not one of"));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
