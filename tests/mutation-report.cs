// Writes the short form of a report of Stryker: dotnet run tests/mutation-report.cs ROOM DAY mutation-report.json
// The score is Stryker's own: a mutant is noticed when a test fails or never ends; one that no test reaches counts as not noticed.
using System.Globalization;
using System.Text.Json;

if (args is not [var room, var day, var path])
{
    Console.Error.WriteLine("Name the room, the day and the report in JSON.");
    return 2;
}

using var report = JsonDocument.Parse(File.ReadAllBytes(path));
var files = report.RootElement.GetProperty("files").EnumerateObject()
    .Select(file => (Name: Short(file.Name), Mutants: file.Value.GetProperty("mutants").EnumerateArray().Where(IsTested).ToList()))
    .Where(file => file.Mutants.Count > 0)
    .OrderBy(file => file.Name, StringComparer.Ordinal)
    .ToList();
var all = files.SelectMany(file => file.Mutants).ToList();

Console.WriteLine($"# Mutants of {room}, {day}");
Console.WriteLine();
Console.WriteLine("| file | mutants | noticed | of these by a test that never ended | survived | reached by no test | score |");
Console.WriteLine("|---|---|---|---|---|---|---|");
foreach (var (name, mutants) in files.Append((Name: "**all**", Mutants: all)))
{
    var (killed, timeout, survived, unreached) = (Count(mutants, "Killed"), Count(mutants, "Timeout"), Count(mutants, "Survived"), Count(mutants, "NoCoverage"));
    var score = (100.0 * (killed + timeout) / mutants.Count).ToString("0.0", CultureInfo.InvariantCulture);
    Console.WriteLine($"| {name} | {mutants.Count} | {killed + timeout} | {timeout} | {survived} | {unreached} | {score} % |");
}

Console.WriteLine();
Console.WriteLine("Not noticed (line and column: what was changed into what):");
Console.WriteLine();
foreach (var (name, mutants) in files)
{
    foreach (var mutant in mutants.Where(mutant => Status(mutant) is "Survived" or "NoCoverage"))
    {
        var start = mutant.GetProperty("location").GetProperty("start");
        var replacement = string.Join(' ', (mutant.GetProperty("replacement").GetString() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Console.WriteLine(
            $"- {name} {start.GetProperty("line")}:{start.GetProperty("column")}, {mutant.GetProperty("mutatorName").GetString()}: "
            + $"`{(replacement.Length > 100 ? replacement[..100] + " …" : replacement)}`{(Status(mutant) == "NoCoverage" ? " (reached by no test)" : "")}");
    }
}

return 0;

static string Status(JsonElement mutant) => mutant.GetProperty("status").GetString()!;

static bool IsTested(JsonElement mutant) => Status(mutant) is "Killed" or "Timeout" or "Survived" or "NoCoverage";

static int Count(IEnumerable<JsonElement> mutants, string status) => mutants.Count(mutant => Status(mutant) == status);

// The path from the project's folder.
static string Short(string path) => path.Replace('\\', '/').Split("/src/") is [.., var inside] && inside.Split('/', 2) is [_, var file] ? file : path;
