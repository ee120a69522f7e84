using System.CommandLine;
using SalesIntel.SampleHost;
using SalesIntel.SampleHost.Demo;

var once = new Option<bool>("--once") { Description = "End when everything was shown; 0 if it was as expected." };
var demo = new Command("demo", "Show the main job: real webhooks become leads, on this machine alone.") { once };
demo.SetAction((parsed, cancellationToken) => DemoCommand.RunAsync(parsed.GetValue(once), cancellationToken));

// Without a command it is the service; what it does not know (--urls and the like) is the web host's.
var root = new RootCommand("SalesIntel: demo bookings and meetings become leads in the CRM.")
{
    demo,
};
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction((_, cancellationToken) => ServiceCommand.RunAsync(args, cancellationToken));
return await root.Parse(args).InvokeAsync();
