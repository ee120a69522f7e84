// A host of your own that is also a command line: the service without a word, and what an operator does beside it with one.
//
//   dotnet run                                # the service, on port 8000 of this machine
//   dotnet run -- events list --status failed
//   dotnet run -- settings --values
//   dotnet run -- greet Ada                   # a command of your own
//
// A word that is none of these is an error (exit code 2) that names the nearest one, and starts nothing.
using System.CommandLine;
using SalesIntel.Hosting.Commands;

var name = new Argument<string>("name") { Description = "Who is greeted." };
var greet = new ExampleCommand("greet", "Greet somebody.", "greet Ada") { name };
greet.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine($"Hello {parsed.GetValue(name)}."));

return await new SalesIntelHost(
    builder => builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore().AddCoravelProcessing())
{
    Commands = [greet],
    Map = app =>
    {
        app.MapGet("/", () => "Your own pages stay as they are.");
        app.MapSalesIntel();
    },
}.RunAsync(args);
