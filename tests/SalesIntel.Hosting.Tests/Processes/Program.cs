namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>What tests start as a process of its own.</summary>
internal static class Program
{
    public static Task Main(string[] arguments)
    {
        // Whoever has started it holds its input: it does not outlive a test run that was killed.
        new Thread(() =>
        {
            Console.In.ReadToEnd();
            Environment.Exit(1);
        })
        { IsBackground = true }.Start();
        return RunAsync(arguments);
    }

    private static Task RunAsync(string[] arguments) => arguments switch
    {
        ["accept", var file, var prefix, var count] => StoreUser.AcceptAsync(file, prefix, int.Parse(count)),
        ["work", var file] => StoreUser.WorkAsync(file),
        ["serve", var file, .. var settings] => WebhookServer.RunAsync(file, settings),
        ["open", var file] => StoreUser.OpenAsync(file),
        ["host"] => TwoLineHost.RunAsync(),
        ["call", var store, var zoho, var concurrency] => ZohoCaller.RunAsync(store, zoho, int.Parse(concurrency)),
        _ => throw new ArgumentException("Tests start this; they are run with dotnet test."),
    };
}
