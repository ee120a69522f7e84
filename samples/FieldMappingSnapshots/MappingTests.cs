// What a booking becomes in Zoho, with a field of your own, as a snapshot: without network, key or container.
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesIntel;
using SalesIntel.Leads;
using SalesIntel.Testing;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Zoho;

namespace FieldMappingSnapshots;

public sealed class MappingTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The host uses the same method: builder.Services.AddSalesIntel(builder.Configuration, AddOurFields).
    internal static void AddOurFields(SalesIntelOptions options) => options.Fields.Add(
        new LeadField("review_volume") { Ask = "How many reviews the team does in a month." });

    [Fact]
    public async Task Booking_becomes_this_lead_with_this_note()
    {
        var options = new SalesIntelOptions();
        AddOurFields(options);
        var catalog = options.CreateCatalog();
        var names = new ZohoFieldOptions { Names = { ["review_volume"] = "Review_Volume" } };
        var setup = new LeadPreviewSetup { Catalog = catalog, Mapping = new ZohoMapping(names, catalog) };

        var body = await File.ReadAllBytesAsync(PathOf("booking.json"));
        var lead = await LeadPreview.OfAsync(new CalendlySource(new CalendlyOptions()), body, setup, CancellationToken.None);

        var note = lead.Notes.Single();
        var unmapped = string.Join(", ", lead.Unmapped);
        await VerifyAsync("booking", $"""
            {lead.CrmFields.ToJsonString(Readable)}

            {note.Title}

            {note.Content}

            Without a field in Zoho: {unmapped}

            """);
    }

    // The first run fails and leaves what came out as {name}.received.txt: once it is right, it is renamed to {name}.verified.txt.
    private static async Task VerifyAsync(string name, string received)
    {
        await File.WriteAllTextAsync(PathOf($"{name}.received.txt"), received);
        var verified = PathOf($"{name}.verified.txt");
        Assert.True(File.Exists(verified), $"Read {name}.received.txt, and rename it to {name}.verified.txt if it is right.");
        Assert.Equal(await File.ReadAllTextAsync(verified), received, ignoreLineEndingDifferences: true);
    }

    // In the project's folder, three above that of the binaries.
    private static string PathOf(string file) => Path.GetFullPath(Path.Combine("..", "..", "..", file), AppContext.BaseDirectory);
}
