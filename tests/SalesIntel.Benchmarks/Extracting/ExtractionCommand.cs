using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Gemini;
using SalesIntel.Leads;
using SalesIntel.Simulator;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Benchmarks.Extracting;

/// <summary>What one extraction costs in processor time and memory, with the check of each value against the document, and the note
/// about it. The completion comes from the simulator, once. Processor time, unlike time by the clock, can be measured on a busy machine.</summary>
internal static class ExtractionCommand
{
    private const int Rounds = 10;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);

    /// <summary>Measures and shows the result.</summary>
    /// <param name="calls">How many bookings are measured; of meetings a twentieth.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(int calls, TextWriter output, CancellationToken cancellationToken)
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), cancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddGemini(gemini => (gemini.ApiKey, gemini.BaseUrl) = ("measured", simulator.BaseUrl.ToString()))
            .BuildServiceProvider();
        using var model = new RecordedModel(services.GetRequiredService<IChatClient>());
        var byModel = new ModelExtractor(model);
        var byRules = new RuleExtractor();
        var booking = Booking("invitee_created_full");
        var longBooking = Booking("invitee_created_long_answers");
        var meeting = new MeetingDocument(Fixtures.LongMeeting(), DateTimeOffset.UnixEpoch);
        var read = await byModel.ExtractAsync(booking, FieldCatalog.Default, cancellationToken);

        output.WriteLine("| one call | µs of processor, best of 10 rounds | kB allocated |");
        output.WriteLine("|---|---|---|");
        await MeasureAsync("booking, model", calls, () => byModel.ExtractAsync(booking, FieldCatalog.Default, cancellationToken));
        await MeasureAsync("booking, rules", calls, () => byRules.ExtractAsync(booking, FieldCatalog.Default, cancellationToken));
        await MeasureAsync(
            "booking with long answers, model", calls, () => byModel.ExtractAsync(longBooking, FieldCatalog.Default, cancellationToken));
        await MeasureAsync("note about the booking", calls, () =>
        {
            DocumentNote.Write(booking, read.Values, FieldCatalog.Default, ExtractionMethod.Model);
            return Task.CompletedTask;
        });
        await MeasureAsync(
            "83 minute meeting, model", calls / 20, () => byModel.ExtractAsync(meeting, FieldCatalog.Default, cancellationToken));
        await MeasureAsync(
            "83 minute meeting, rules", calls / 20, () => byRules.ExtractAsync(meeting, FieldCatalog.Default, cancellationToken));

        async Task MeasureAsync(string name, int times, Func<Task> call)
        {
            // Code is compiled again in the background until it has run for a while.
            for (var begun = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - begun < Warm;)
            {
                await call();
            }

            // Of several rounds the one that neighbours disturbed least.
            var (least, bytes) = (TimeSpan.MaxValue, GC.GetTotalAllocatedBytes(precise: true));
            var each = Math.Max(1, times / Rounds);
            for (var round = 0; round < Rounds; round++)
            {
                var processor = Environment.CpuUsage.TotalTime;
                for (var i = 0; i < each; i++)
                {
                    await call();
                }

                var used = Environment.CpuUsage.TotalTime - processor;
                least = used < least ? used : least;
            }

            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1024.0 / (each * Rounds);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {least.TotalMicroseconds / each:0} | {allocated:0} |"));
        }
    }

    private static LeadDocument Booking(string name) =>
        new CalendlySource(new CalendlyOptions()).Read(Fixtures.Body("calendly", name), DateTimeOffset.UnixEpoch).Document is { } read
            ? read
            : throw new InvalidDataException($"The fixture {name} is no booking.");
}
