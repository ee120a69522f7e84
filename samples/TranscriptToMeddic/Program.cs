// Reads a transcript (plain text, WebVTT, SubRip, CSV or JSON) and prints MEDDIC with the words that each value rests on.
//
//   dotnet run -- demo-call.vtt northlight.example
//
// The second argument is the mail domain of the team that sells: what its people say is a question or an offer, not an answer.
// With GEMINI_API_KEY in the environment Gemini reads the transcript; without it rules do, offline.
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Leads;

if (args is not [var file, var sellers] || !File.Exists(file))
{
    Console.Error.WriteLine("Give a transcript that exists and the sellers' domain: TranscriptToMeddic demo-call.vtt northlight.example");
    return 2;
}

var transcript = Transcript.Parse(await File.ReadAllTextAsync(file));
var meeting = new Meeting { SessionId = Path.GetFileNameWithoutExtension(file), Transcript = transcript.Turns };
var team = new TeamOptions { InternalDomains = [sellers] };

var key = Environment.GetEnvironmentVariable("GEMINI_API_KEY") ?? "";
await using var services = new ServiceCollection().AddLogging().AddGemini(gemini => gemini.ApiKey = key).BuildServiceProvider();
IExtractor extractor = key.Length > 0
    ? new ModelExtractor(services.GetRequiredService<IChatClient>(), team: team)
    : new RuleExtractor(team: team);

try
{
    var document = new MeetingDocument(meeting, TimeProvider.System.GetUtcNow());
    var read = await extractor.ExtractAsync(document, FieldCatalog.Default, CancellationToken.None);
    Console.WriteLine($"Read by {read.Model}, {transcript.Turns.Count} turns.");
    foreach (var element in QualificationFrameworks.Meddic.Elements)
    {
        var value = read.Values[QualificationFrameworks.Meddic.FieldOf(element)];
        Console.WriteLine($"{element.Label}: {(value.IsKnown ? value.Text : "not said")}");
        foreach (var claim in value.Claims.Where(claim => claim.Support == ClaimSupport.Supported))
        {
            Console.WriteLine($"    turn {claim.Turn}, {claim.Speaker}: \"{claim.Quote}\"");
        }
    }

    foreach (var issue in transcript.Issues.Concat(read.Issues))
    {
        Console.WriteLine($"Note: {issue}");
    }

    return 0;
}
catch (Exception failure) when (failure is ProviderException or ExtractionException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
