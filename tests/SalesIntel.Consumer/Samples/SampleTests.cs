using System.Net;
using System.Text.Json.Nodes;

namespace SalesIntel.Consumer.Samples;

/// <summary>Each sample does from the packages what its first lines say.</summary>
public sealed class SampleTests(BuiltSamples samples) : IClassFixture<BuiltSamples>
{
    private static readonly (string, string)[] RealRun = [("DRY_RUN", "false"), ("ALLOW_UNSIGNED_WEBHOOKS", "true")];

    [Fact]
    public void No_sample_is_without_a_test() => Assert.Equal(
        ["CustomSource", "FieldMappingSnapshots", "HostWithCommands", "MinimalHost", "OtherCrm", "OtherModel", "TranscriptToMeddic", "ZohoQuickstart"],
        samples.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void TranscriptToMeddic_prints_values_with_the_words_that_they_rest_on()
    {
        var program = samples.Output("TranscriptToMeddic", "TranscriptToMeddic.dll");
        var transcript = samples.Source("TranscriptToMeddic", "demo-call.vtt");
        var (code, output, _) = DotNet.Try(Path.GetTempPath(), $"{program} {transcript} northlight.example");

        Assert.Equal(0, code);
        Assert.Contains("Economic buyer: Our CFO Lena Berg owns the budget", output, StringComparison.Ordinal);
        Assert.Contains("turn 10, Ada Quill: \"I prefer yours", output, StringComparison.Ordinal);
        Assert.Equal(2, DotNet.Try(Path.GetTempPath(), $"{program} nothing.vtt northlight.example").Code);
    }

    [Fact]
    public async Task MinimalHost_keeps_a_booking_and_says_what_would_be_written()
    {
        await using var host = await RunningSample.StartAsync(samples, "MinimalHost");
        var (status, answer) = await host.PostAsync("calendly", Booking());
        var stored = await host.FinishedAsync(answer);

        Assert.Equal((HttpStatusCode.OK, "processed"), (status, (string?)stored["status"]));
        Assert.Equal("Quill Print", (string?)stored["ledger"]!["facts"]!["detail"]!["company_name"]);
        Assert.True(File.Exists(Path.Combine(host.Folder, "data", "salesintel.db")));
        Assert.Equal("Your own pages stay as they are.", await host.GetAsync("/"));
    }

    [Fact]
    public async Task HostWithCommands_is_a_service_and_what_an_operator_does_beside_it()
    {
        await using var host = await RunningSample.StartAsync(samples, "HostWithCommands");
        (int Code, string Output, string Error) Run(string line) =>
            DotNet.Try(host.Folder, $"{samples.Output("HostWithCommands", "HostWithCommands.dll")} {line}");
        await host.FinishedAsync((await host.PostAsync("calendly", Booking())).Answer);
        var list = Run("events list --json");
        var misspelt = Run("evnts");

        Assert.Equal("Your own pages stay as they are.", await host.GetAsync("/"));
        Assert.Equal((0, ""), (list.Code, list.Error));
        Assert.Equal("processed", (string?)JsonNode.Parse(list.Output)!["events"]![0]!["status"]);
        Assert.Equal((2, ""), (misspelt.Code, misspelt.Output));
        Assert.Contains("Did you mean 'events'? There are: greet, settings,", misspelt.Error, StringComparison.Ordinal);
        Assert.Equal((0, "Hello Ada."), (Run("greet Ada").Code, Run("greet Ada").Output.Trim()));
        Assert.Contains("HostWithCommands greet Ada", Run("greet --help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldMappingSnapshots_passes_and_fails_when_the_mapping_gives_something_else()
    {
        var program = samples.Output("FieldMappingSnapshots", "FieldMappingSnapshots.dll");
        var verified = samples.Source("FieldMappingSnapshots", "booking.verified.txt");
        var passed = DotNet.Try(Path.GetDirectoryName(program)!, $"test {program} --nologo");
        Assert.True(passed.Code == 0, passed.Output);
        Assert.Contains("Passed:     1", passed.Output, StringComparison.Ordinal);

        File.WriteAllText(verified, File.ReadAllText(verified).Replace("Review_Volume", "Volume", StringComparison.Ordinal));
        var failed = DotNet.Try(Path.GetDirectoryName(program)!, $"test {program} --nologo");
        Assert.Equal(1, failed.Code);
        Assert.Contains("Review_Volume", failed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CustomSource_turns_a_form_into_a_lead_once_and_refuses_one_without_the_key()
    {
        await using var host = await RunningSample.StartAsync(samples, "CustomSource", ("CONTACT_FORM_KEY", "secret"));
        FormUrlEncodedContent Form(string email) => new(
            [new("name", "Bo Quill"), new("email", email), new("company", "Quill Print"), new("message", "Please call me about proofing.")]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("contact", Form("bo@quill.example"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("contact", Form("bo@quill.example"), "X-Contact-Key", "other")).Status);
        var accepted = (await host.PostAsync("contact", Form("bo@quill.example"), "X-Contact-Key", "secret")).Answer;
        var stored = await host.FinishedAsync(accepted);
        Assert.Equal("processed", (string?)stored["status"]);
        var written = stored["ledger"]!["facts"]!["detail"]!;
        Assert.Equal(("Contact form", "bo@quill.example"), ((string?)written["lead_source"], (string?)written["email"]));
        Assert.Contains("Please call me about proofing.", (string?)stored["ledger"]!["note"]!["detail"]!["content"], StringComparison.Ordinal);
        Assert.True((bool?)(await host.PostAsync("contact", Form("bo@quill.example"), "X-Contact-Key", "secret")).Answer["duplicate"]);
        Assert.True((bool?)(await host.PostAsync("contact", Form("nobody"), "X-Contact-Key", "secret")).Answer["unreadable"]);
    }

    [Fact]
    public async Task OtherCrm_has_the_lead_and_its_note_in_a_file()
    {
        await using var host = await RunningSample.StartAsync(samples, "OtherCrm", RealRun);
        var stored = await host.FinishedAsync((await host.PostAsync("calendly", Booking())).Answer);
        Assert.Equal("processed", (string?)stored["status"]);

        var lead = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(host.Folder, "leads.json")))!["ada@quill.example"]!;
        Assert.Equal(("Ada", "Quill Print"), ((string?)lead["fields"]!["first_name"], (string?)lead["fields"]!["company_name"]));
        Assert.Contains("About 40 proofs a month", (string?)Assert.Single(lead["notes"]!.AsObject()).Value!["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherModel_waits_at_429_and_401_and_goes_on_when_the_provider_does()
    {
        var claim = JsonNode.Parse("""{"element":"company_type","question":"Company","quote":"Quill Print","claim":"Quill Print"}""");
        await using var model = await ModelServer.StartAsync(new JsonArray(claim), 429, 401);
        await using var host = await RunningSample.StartAsync(
            samples, "OtherModel", [.. RealRun, ("MODEL_URL", model.Url), ("MODEL_NAME", "one"), ("PROBE_SECONDS", "0.2"), ("RETRY_BASE_SECONDS", "0.1")]);
        var accepted = (await host.PostAsync("calendly", Booking())).Answer;

        var stored = await host.FinishedAsync(accepted);
        Assert.Equal(("", "processed", 0), ((string?)stored["last_error"], (string?)stored["status"], (int?)stored["attempts"]));
        Assert.Equal([429, 401], model.Answered.Take(2));
        Assert.Equal("Quill Print", (string?)JsonNode.Parse(await host.GetAsync("leads"))![0]!["company_type"]);
        Assert.Contains("does not accept the key", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a bug:", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CustomSource", "CONTACT_FORM_KEY", "CONTACT_FORM_KEY", "")]
    [InlineData("OtherModel", "MODEL_URL", "MODEL_URL", "localhost")]
    [InlineData("OtherModel", "MODEL_NAME", "MODEL_URL", "http://localhost:11434")]
    [InlineData("OtherCrm", "WORKERS", "WORKERS", "many")]
    [InlineData("ZohoQuickstart", "Give the addresses", "ZOHO_DC", "eu")]
    public void Sample_says_which_setting_is_missing_or_wrong(string sample, string named, string variable, string value)
    {
        var (code, _, error) = DotNet.Try(Path.GetTempPath(), samples.Output(sample, sample + ".dll"), (variable, value));

        Assert.Equal(1, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    // With a Zoho it runs in the tests of that package.
    [Fact]
    public void ZohoQuickstart_says_why_it_can_not_reach_Zoho()
    {
        var (code, _, error) = DotNet.Try(
            Path.GetTempPath(),
            $"{samples.Output("ZohoQuickstart", "ZohoQuickstart.dll")} ada@quill.example",
            ("ZOHO_CLIENT_ID", "1000.X"), ("ZOHO_CLIENT_SECRET", "s"), ("ZOHO_REFRESH_TOKEN", "1000.r"), ("ZOHO_ACCOUNTS_URL", "http://127.0.0.1:9"));

        Assert.Equal(1, code);
        Assert.Contains("can't be reached", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private StringContent Booking() => new(File.ReadAllText(samples.Source("FieldMappingSnapshots", "booking.json")));
}
