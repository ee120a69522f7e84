using System.CommandLine;
using System.Text.Json;
using SalesIntel.SampleHost;
using SalesIntel.Demo;

namespace SalesIntel.EndToEnd.Tests.Support;

/// <summary>Runs the commands as an operator types them, in this process.</summary>
internal sealed class CommandLine(Dictionary<string, string?> variables)
{
    /// <summary>With the variables of a host that runs on the same store and stand-ins.</summary>
    public static CommandLine Beside(Uri simulator, params (string Name, string? Value)[] variables)
    {
        var all = DemoCommand.Variables(simulator, "/nowhere");
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return new CommandLine(all);
    }

    /// <summary>Runs <c>events …</c>.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => LineAsync(["events", .. arguments]);

    /// <summary>Runs <c>store …</c>.</summary>
    public Task<CommandResult> StoreAsync(params string[] arguments) => LineAsync(["store", .. arguments]);

    /// <summary>Runs <c>doctor …</c>.</summary>
    public Task<CommandResult> DoctorAsync(params string[] arguments) => LineAsync(["doctor", .. arguments]);

    /// <summary>Runs any command line.</summary>
    public async Task<CommandResult> LineAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SampleProgram.Create(variables).RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    internal sealed record CommandResult(int Code, string Output, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }
}
