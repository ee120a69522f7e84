using System.CommandLine;
using SalesIntel.SampleHost;
using SalesIntel.SampleHost.Doctor;
using SalesIntel.SampleHost.Events;
using SalesIntel.SampleHost.Store;
#if !SERVICE_ONLY
using SalesIntel.SampleHost.Demo;
#endif

#if !SERVICE_ONLY
var once = new Option<bool>("--once") { Description = "End when everything was shown; 0 if it was as expected." };
var demo = new Command("demo", "Show the main job: real webhooks become leads, on this machine alone.") { once };
demo.SetAction((parsed, cancellationToken) => DemoCommand.RunAsync(parsed.GetValue(once), cancellationToken));
#endif

var values = new Option<bool>("--values") { Description = "Add what holds for each in this environment; secrets are not shown." };
var settings = new Command("settings", "Print the table of all configuration variables (Markdown).") { values };
settings.SetAction(async (parsed, _) =>
    await parsed.InvocationConfiguration.Output.WriteAsync(await ServiceHost.DescribeSettingsAsync(parsed.GetValue(values))));

// Without a command it is the service; what it does not know (--urls and the like) is the web host's.
var root = new RootCommand("SalesIntel: demo bookings and meetings become leads in the CRM.")
{
#if !SERVICE_ONLY
    demo,
#endif
    settings,
    HealthCommand.Create(),
    EventsCommand.Create(TimeProvider.System, new Dictionary<string, string?>()),
    StoreCommand.Create(new Dictionary<string, string?>()),
    DoctorCommand.Create(new Dictionary<string, string?>()),
};
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction((_, cancellationToken) => ServiceCommand.RunAsync(args, cancellationToken));

// A command that is told to stop ends in its own time (SHUTDOWN_SECONDS); the default would end the process after two seconds.
// 2 says that the command line itself was wrong.
var parsed = root.Parse(args);
var result = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromHours(1) });
return parsed.Errors.Count > 0 ? ExitCode.Unusable : result;
