using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Bookings;
using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Honesty;
using SalesIntel.Evaluation.Lies;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Evaluation.Written;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation;

/// <summary>One run: documents, an extractor, numbers, and whether they are worse than before.</summary>
internal static class EvaluationRun
{
    private const int Worse = 1;
    private const int Unusable = 2;
    private const int LiedAbout = 60;
    private const string BookingSource = "calendly";

    /// <summary>Runs it.</summary>
    /// <returns>0, 1 when something is worse than the baseline, 2 when the corpus could not be read.</returns>
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<EvaluationCase> cases = options.Claims == HonestClaims.Measured ? Cases(options) : [];
            if (options.Export is { } folder)
            {
                CorpusFolder.Write(folder, cases);
                return 0;
            }

            var metrics = new Metrics();
            if (options.Extractor == ExtractorKind.Lying && options.Claims != HonestClaims.Measured)
            {
                await ClaimAsync(options, metrics, cancellationToken);
            }
            else if (options.Extractor == ExtractorKind.Lying)
            {
                await LieAsync(options, cases, metrics, cancellationToken);
            }
            else
            {
                await MeasureAsync(options, cases, metrics, cancellationToken);
            }

            return Finish(options, metrics);
        }
        catch (InvalidDataException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return Unusable;
        }
    }

    private static IReadOnlyList<EvaluationCase> Cases(EvaluationOptions options) => options.Corpus is { } folder
        ? CorpusFolder.Read(folder)
        : options.Extractor == ExtractorKind.Recorded ? RecordedCases.All()
        : options.Part == Part.Calls ? [.. WrittenCalls.Measured.SelectMany(WrittenCalls.Of).Select(call => call.Case)]
        :
        [
            .. new MeetingGenerator(options.Part, options.Seed).Generate(options.Size),
            .. new NegativeGenerator(options.Part, options.Seed).Generate(options.Size / 2),
            .. DataFiles.HasBookings(options.Part) ? new BookingGenerator(options.Part, options.Seed).Generate(options.Size * 2) : [],
        ];

    private static async Task MeasureAsync(
        EvaluationOptions options, IReadOnlyList<EvaluationCase> cases, Metrics metrics, CancellationToken cancellationToken)
    {
        var reader = new Reader(ExtractorFactory.Of(options));
        var readings = await reader.ReadAsync(cases, FieldCatalog.Default, Console.Error.WriteLine, cancellationToken);
        Reading[] meetings = [.. readings.Where(reading => reading.Document.Kind == DocumentKind.Conversation)];
        Reading[] bookings = [.. readings.Where(reading => reading.Document.Kind == DocumentKind.Form)];
        MeetingScore.Add(metrics, meetings, FieldCatalog.Default);
        BookingScore.Add(metrics, bookings);
        VerificationScore.Add(metrics, [.. meetings.Select(reading => reading.Result)]);
        metrics.Add("documents.failed", reader.Failed);
        if (options.ShowMisses)
        {
            Report.Misses(meetings, bookings, FieldCatalog.Default);
        }
    }

    // Lies are told about every sale; of the bookings a part is enough, because each gets one lie of every kind and field.
    private static async Task LieAsync(
        EvaluationOptions options, IReadOnlyList<EvaluationCase> cases, Metrics metrics, CancellationToken cancellationToken)
    {
        var lying = new LyingRun(options.Seed, FieldCatalog.Default, options.Verifier);
        await lying.TellAsync(
            [
                .. cases.Where(one => one.Source != BookingSource && one.Class == CaseClass.Sales).Take(LiedAbout),
                .. cases.Where(one => one.Source == BookingSource).Take(2 * LiedAbout),
                .. options.Corpus is null ? FixtureMeetings.All() : [],
            ],
            cancellationToken);
        lying.Add(metrics);
        Action<string> say = options.ShowMisses ? Console.WriteLine : _ => { };
        foreach (var reached in lying.Reached)
        {
            say(reached);
        }

        await HonestRun.AddAsync(metrics, new HonestClaims(options.Claims), say, cancellationToken);
    }

    // Nothing is generated: truth and lies are about the claims' own calls.
    private static async Task ClaimAsync(EvaluationOptions options, Metrics metrics, CancellationToken cancellationToken)
    {
        var set = new HonestClaims(options.Claims);
        Action<string> say = options.ShowMisses ? Console.WriteLine : _ => { };
        await HonestRun.AddAsync(metrics, set, say, cancellationToken);
        await ClaimLyingRun.AddAsync(metrics, set, say, cancellationToken);
    }

    private static int Finish(EvaluationOptions options, Metrics metrics)
    {
        if (options.IsQuiet)
        {
            Console.WriteLine($"Ran; {metrics.Values.Count} numbers, none shown.");
            return 0;
        }

        Report.Print(metrics, options.AsJson);
        if (options.Run is not { } run)
        {
            return 0;
        }

        var baseline = Baseline.Open(ProjectFolder.File("baseline.json"));
        if (options.UpdateBaseline)
        {
            baseline.Update(run, metrics);
            return 0;
        }

        if (baseline.Losses(run, metrics) is not { } losses)
        {
            Console.Error.WriteLine($"The baseline knows no run '{run}': --update-baseline writes it.");
            return 0;
        }

        foreach (var loss in losses)
        {
            Console.Error.WriteLine($"Worse than the baseline: {loss}");
        }

        return losses.Count == 0 ? 0 : Worse;
    }
}
