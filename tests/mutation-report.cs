// Writes the short form of a report of Stryker: dotnet run --file tests/mutation-report.cs -- ROOM DAY mutation-report.json GLOB...
// What could not be compiled is not counted: most of these negate a pattern whose variable is then unassigned.
// The score is Stryker's own: a mutant is noticed when a test fails or never ends; one that no test reaches counts as not noticed.
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

if (args is not [var room, var day, var path, .. var globs])
{
    Console.Error.WriteLine("Name the room, the day, the report in JSON, and which files are the room's.");
    return 2;
}

using var report = JsonDocument.Parse(File.ReadAllBytes(path));
var isOfRoom = new Regex(string.Join('|', globs.Select(Pattern)), RegexOptions.CultureInvariant);
var files = report.RootElement.GetProperty("files").EnumerateObject()
    .Where(file => isOfRoom.IsMatch(file.Name.Replace('\\', '/')))
    .Select(file => (Name: Short(file.Name), All: file.Value.GetProperty("mutants").EnumerateArray().ToList()))
    .Select(file => (file.Name, Mutants: file.All.Where(IsTested).ToList(), Broken: Count(file.All, "CompileError")))
    .Where(file => file.Mutants.Count > 0)
    .OrderBy(file => file.Name, StringComparer.Ordinal)
    .ToList();
var all = files.SelectMany(file => file.Mutants).ToList();

Console.WriteLine($"# Mutants of {room}, {day}");
Console.WriteLine();
Console.WriteLine("| file | mutants | noticed | of these by the time limit | survived | reached by no test | score | not compiled |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (var (name, mutants, broken) in files.Append(("**all**", all, files.Sum(file => file.Broken))))
{
    var (killed, timeout, survived, unreached) = (Count(mutants, "Killed"), Count(mutants, "Timeout"), Count(mutants, "Survived"), Count(mutants, "NoCoverage"));
    var score = (100.0 * (killed + timeout) / mutants.Count).ToString("0.0", CultureInfo.InvariantCulture);
    Console.WriteLine($"| {name} | {mutants.Count} | {killed + timeout} | {timeout} | {survived} | {unreached} | {score} % | {broken} |");
}

Console.WriteLine();
var isWhole = !all.Exists(mutant => Status(mutant) is "Survived" or "NoCoverage");
Console.WriteLine(isWhole ? "Each mutant was noticed." : "Not noticed (line and column: what was changed into what):\n");
foreach (var (name, mutants, _) in files)
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

static string Pattern(string glob) => Regex.Escape(glob).Replace("\\*\\*/", "(.*/)?").Replace("\\*", "[^/]*") + "$";
