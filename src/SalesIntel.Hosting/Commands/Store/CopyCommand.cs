using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Copying;
using SalesIntel.Hosting.Redis;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary><c>store copy</c>: takes everything over from the SQLite file to a Redis, or back.</summary>
internal static class CopyCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="service">Builds the service.</param>
    /// <param name="json">Prints one JSON document.</param>
    public static Command Create(ServiceFactory service, Option<bool> json)
    {
        var to = Address("--to", "The Redis to which everything in DATA_DIR is copied.");
        var from = Address("--from", "The Redis from which everything is copied to DATA_DIR.");
        var force = new Option<bool>("--force")
        {
            Description = "Write into a target that holds something else: what has the same name is replaced, the rest stays.",
        };
        var copy = new ExampleCommand(
            "copy",
            "Take everything over from the SQLite file to a Redis, or back, and check it; 1 if something is missing. The service must not run. A "
            + "copy that was cut off goes on when it is started again.",
            "store copy --to redis://127.0.0.1:6379/0",
            "store copy --from redis://127.0.0.1:6379/0",
            "store copy --to redis://127.0.0.1:6379/0 --json")
        {
            to, from, force,
        };
        copy.Validators.Add(result =>
        {
            // By their texts: asking a wrong option for its value throws.
            if ((result.GetResult(to) is null) == (result.GetResult(from) is null))
            {
                result.AddError("Give either --to redis://… or --from redis://….");
            }
        });
        copy.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(
            service,
            parsed,
            app => RunAsync(
                app, parsed, parsed.GetValue(to), parsed.GetValue(from), parsed.GetValue(force), parsed.GetValue(json), cancellationToken),
            cancellationToken));
        return copy;
    }

    private static async Task<int> RunAsync(
        WebApplication app,
        ParseResult parsed,
        string? to,
        string? from,
        bool force,
        bool asJson,
        CancellationToken cancellationToken)
    {
        var copy = ActivatorUtilities.CreateInstance<StoreCopy>(app.Services);
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var progress = new CopyProgress(error, app.Services.GetRequiredService<TimeProvider>());
        try
        {
            var report = to is not null
                ? await copy.ToRedisAsync(to, force, progress, cancellationToken)
                : await copy.FromRedisAsync(from!, force, progress, cancellationToken);
            await output.WriteLineAsync(asJson
                ? JsonSerializer.Serialize(report, StoreJson.Readable.CopyReport)
                : CopyText.Write(report, isToRedis: to is not null));
            return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Nothing;
        }
        catch (StoreUnavailableException exception)
        {
            throw new StoreUnavailableException(InWordsOf(to is not null ? "--to" : "--from", exception.Message), exception);
        }
    }

    private static Option<string?> Address(string name, string description)
    {
        var option = new Option<string?>(name) { HelpName = "redis://…", Description = description };
        option.Validators.Add(result =>
        {
            try
            {
                if (result.Tokens is [var token])
                {
                    RedisUrl.Parse(token.Value);
                }
            }
            catch (FormatException exception)
            {
                result.AddError(InWordsOf(name, exception.Message));
            }
        });
        return option;
    }

    // Messages about a Redis speak of the variable that names the service's own.
    private static string InWordsOf(string option, string message) => message.Replace("REDIS_URL", option, StringComparison.Ordinal);
}
