// What a host compiled ahead of time does: reads its settings, MEDDIC out of a transcript, previews a booking as Zoho would hold it, and asks a
// language model over HTTP. run.sh compares what this prints with what the same program prints when it is compiled as it runs.
using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel;
using SalesIntel.Aot;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Testing;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Zoho;

if (args is not [var transcriptFile, var bookingFile])
{
    Console.Error.WriteLine("Give a transcript and a booking: SalesIntel.Aot demo-call.vtt booking.json");
    return 2;
}

await using var model = ModelOnLoopback.Start("Northlight sells to Quill Print.");
var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
{
    ["MAX_RETRIES"] = "7",
    ["GEMINI_API_KEY"] = "a-key",
    ["GEMINI_BASE_URL"] = model.Address,
    ["ZCF_REVIEW_VOLUME"] = "Review_Volume",
    ["SalesIntel:Fields:review_volume:Ask"] = "How many reviews the team does in a month.",
}).Build();
var services = new ServiceCollection().AddLogging();
services.AddSalesIntelCore(configuration).AddZoho().AddGemini();
await using var provider = services.BuildServiceProvider();
Console.WriteLine($"MAX_RETRIES {provider.GetRequiredService<IOptions<SalesIntel.Engine.ProcessingOptions>>().Value.MaxRetries}");

var transcript = Transcript.Parse(await File.ReadAllTextAsync(transcriptFile));
var meeting = new Meeting { SessionId = "aot", Transcript = transcript.Turns };
var extractor = new RuleExtractor(team: new TeamOptions { InternalDomains = ["northlight.example"] });
var read = await extractor.ExtractAsync(
    new MeetingDocument(meeting, new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)), FieldCatalog.Default, CancellationToken.None);
foreach (var element in QualificationFrameworks.Meddic.Elements)
{
    var value = read.Values[QualificationFrameworks.Meddic.FieldOf(element)];
    Console.WriteLine($"{element.Label}: {(value.IsKnown ? value.Text : "not said")}");
    foreach (var claim in value.Claims)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    turn {claim.Turn}, {claim.Speaker}: \"{claim.Quote}\""));
    }
}

var catalog = provider.GetRequiredService<FieldCatalog>();
var setup = new LeadPreviewSetup { Catalog = catalog, Mapping = provider.GetRequiredService<ZohoMapping>() };
var lead = await LeadPreview.OfAsync(
    new CalendlySource(new CalendlyOptions()), await File.ReadAllBytesAsync(bookingFile), setup, CancellationToken.None);
Console.WriteLine(lead.CrmFields.ToJsonString());
Console.WriteLine(lead.Notes.Single().Content);

var completion = await provider.GetRequiredService<IChatClient>().GetResponseAsync("Who sells to whom?");
Console.WriteLine($"{completion.Text} ({completion.Usage?.InputTokenCount} tokens read)");
return 0;
