using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Copying;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary><c>store copy</c>: takes everything over from the SQLite file to a Redis, or back.</summary>
internal static class CopyCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="service">Builds the service.</param>
    public static Command Create(ServiceFactory service)
    {
        var to = new Option<string?>("--to") { HelpName = "redis://…", Description = "The Redis to which everything in DATA_DIR is copied." };
        var from = new Option<string?>("--from") { HelpName = "redis://…", Description = "The Redis from which everything is copied to DATA_DIR." };
        var force = new Option<bool>("--force")
        {
            Description = "Write into a target that holds something else: what has the same name is replaced, the rest stays.",
        };
        var copy = new ExampleCommand(
            "copy",
            "Take everything over from the SQLite file to a Redis, or back, and check it; 1 if something is missing. The service must not run. A "
            + "copy that was cut off goes on when it is started again.",
            "store copy --to redis://127.0.0.1:6379/0",
            "store copy --from redis://127.0.0.1:6379/0")
        {
            to, from, force,
        };
        copy.Validators.Add(result =>
        {
            if ((result.GetValue(to) is null) == (result.GetValue(from) is null))
            {
                result.AddError("Give either --to redis://… or --from redis://….");
            }
        });
        copy.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(
            service,
            parsed,
            app => RunAsync(app, parsed, parsed.GetValue(to), parsed.GetValue(from), parsed.GetValue(force), cancellationToken),
            cancellationToken));
        return copy;
    }

    private static async Task<int> RunAsync(
        WebApplication app, ParseResult parsed, string? to, string? from, bool force, CancellationToken cancellationToken)
    {
        var copy = ActivatorUtilities.CreateInstance<StoreCopy>(app.Services);
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var progress = new CopyProgress(error, app.Services.GetRequiredService<TimeProvider>());
        try
        {
            var report = to is not null
                ? await copy.ToRedisAsync(to, force, progress, cancellationToken)
                : await copy.FromRedisAsync(from!, force, progress, cancellationToken);
            await output.WriteLineAsync(CopyText.Write(report, isToRedis: to is not null));
            return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Nothing;
        }
        catch (FormatException exception)
        {
            // It speaks of the variable that has the same form.
            throw new InvalidOperationException(
                exception.Message.Replace("REDIS_URL", to is not null ? "--to" : "--from", StringComparison.Ordinal), exception);
        }
    }
}
