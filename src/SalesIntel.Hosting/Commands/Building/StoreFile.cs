using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>The file in which the service keeps everything, where its store is one.</summary>
internal static class StoreFile
{
    /// <summary>What looks after the file; null when the store is none.</summary>
    /// <param name="services">The service's.</param>
    public static SqliteMaintenance? MaintenanceOf(IServiceProvider services) => services.GetService<SqliteMaintenance>();

    /// <summary>Says that the file is not there (yet); null when it is, or when the store is none.</summary>
    /// <param name="services">The service's.</param>
    public static string? FindMissing(IServiceProvider services)
    {
        var file = services.GetRequiredService<IOptions<SqliteStoreOptions>>().Value.FilePath;
        return MaintenanceOf(services) is null || File.Exists(file)
            ? null
            : $"There is no store in {Path.GetDirectoryName(file)}. Run this where the service runs, or set DATA_DIR or REDIS_URL as they are set "
                + "there.";
    }
}
