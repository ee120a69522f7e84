using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary><c>store check|backup|restore|copy</c>: looks after the file in which the service keeps everything.</summary>
internal static class StoreCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="service">Builds the service.</param>
    public static Command Create(ServiceFactory service)
    {
        var json = JsonOption.Create(recursive: true);
        return new ExampleCommand(
            "store",
            "Check, back up and restore the SQLite file in DATA_DIR, and copy it to a Redis or back.",
            "store check",
            "store backup backup.db")
        {
            Check(service, json), Backup(service, json), Restore(service, json), CopyCommand.Create(service, json), json,
        };
    }

    private static Command Check(ServiceFactory service, Option<bool> json)
    {
        var check = new ExampleCommand(
            "check",
            "Read every page, count, and look for what does not belong together; 1 if something is wrong. The service may run.",
            "store check",
            "store check --json");
        check.SetAction((parsed, cancellationToken) => RunAsync(
            service,
            parsed,
            async maintenance =>
            {
                var report = await maintenance.CheckAsync(cancellationToken);
                var output = parsed.InvocationConfiguration.Output;
                await output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(report, StoreJson.Readable.SqliteCheckReport)
                    : CheckReport.Write(report));
                return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Nothing;
            },
            cancellationToken));
        return check;
    }

    private static Command Backup(ServiceFactory service, Option<bool> json)
    {
        var file = FileArgument("The backup; must not exist.");
        var backup = new ExampleCommand(
            "backup",
            "Write everything, as it is at one moment, to a file, and check that. The service may run. The file holds personal data and access "
            + "tokens.",
            "store backup backup.db",
            "store backup backup.db --json")
        {
            file,
        };
        backup.SetAction((parsed, cancellationToken) => RunAsync(
            service,
            parsed,
            async maintenance =>
            {
                var receipt = await maintenance.BackupAsync(parsed.GetRequiredValue(file), cancellationToken);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(receipt, StoreJson.Readable.SqliteBackupReceipt)
                    : $"{receipt.Path}: {CheckReport.Size(receipt.Bytes)}, events: {receipt.EventCount}. It was checked.");
                return ExitCode.Done;
            },
            cancellationToken));
        return backup;
    }

    private static Command Restore(ServiceFactory service, Option<bool> json)
    {
        var file = FileArgument("The backup; it stays as it is.");
        var force = new Option<bool>("--force") { Description = "Replace a database that is there: all in it is lost." };
        var restore = new ExampleCommand(
            "restore",
            "Put a backup in the place of the database. The service must not run. What was accepted since the backup is lost.",
            "store restore backup.db --force",
            "store restore backup.db --json")
        {
            file, force,
        };
        restore.SetAction((parsed, cancellationToken) => RunAsync(
            service,
            parsed,
            async maintenance =>
            {
                var receipt = await maintenance.RestoreAsync(parsed.GetRequiredValue(file), parsed.GetValue(force), cancellationToken);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(receipt, StoreJson.Readable.SqliteBackupReceipt)
                    : $"{receipt.Path}: {CheckReport.Size(receipt.Bytes)}, events: {receipt.EventCount}. It was restored; start the service.");
                return ExitCode.Done;
            },
            cancellationToken));
        return restore;
    }

    private static Argument<string> FileArgument(string description)
    {
        var file = new Argument<string>("file") { Description = description };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && string.IsNullOrWhiteSpace(name))
            {
                result.AddError("The name of the <file> is empty.");
            }
        });
        return file;
    }

    private static Task<int> RunAsync(
        ServiceFactory service,
        ParseResult parsed,
        Func<SqliteMaintenance, Task<int>> run,
        CancellationToken cancellationToken) => CommandRun.RunAsync(
            service,
            parsed,
            app => StoreFile.MaintenanceOf(app.Services) is { } maintenance
                ? run(maintenance)
                : throw new InvalidOperationException(app.Services.GetRequiredService<IOptions<RedisStoreOptions>>().Value.Url.Length > 0
                    ? "REDIS_URL is set, so the store is a Redis: use its own tools, or run this without REDIS_URL for the file in DATA_DIR."
                    : "The store of this service is not the file of AddSqliteStore(): use its own tools."),
            cancellationToken);
}
