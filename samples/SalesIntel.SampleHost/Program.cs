using System.CommandLine;
using SalesIntel.SampleHost.Cli;

// A command that is told to stop ends in its own time (SHUTDOWN_SECONDS); the default would end the process after two seconds.
var io = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromHours(1) };
return await ServiceCommandLine.RunAsync(args, new Dictionary<string, string?>(), io);
