using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Configuration;

namespace SalesIntel.Hosting.Sqlite;

internal sealed class SqliteStoreOptionsValidator : IValidateOptions<SqliteStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options)
    {
        List<string> failures = [];
        if (options.Path is null ? !IsUsable(options.DataDirectory) : !IsUsable(options.Path))
        {
            failures.Add(options.Path is null
                ? "DATA_DIR (SqliteStoreOptions.DataDirectory) is empty or no path: set the folder for the database."
                : "SqliteStoreOptions.Path is empty or no path: set the file of the database, or leave it null for the one in DATA_DIR.");
        }

        failures.AddRange(StoreLifeRules.Failures(nameof(SqliteStoreOptions), options.EventLife, options.IdempotencyLife));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsUsable(string path) => !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal);
}
