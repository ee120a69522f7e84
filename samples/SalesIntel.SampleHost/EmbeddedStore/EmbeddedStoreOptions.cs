using SalesIntel.Settings;

namespace SalesIntel.SampleHost;

/// <summary>The store that serves where no Redis is configured.</summary>
internal sealed class EmbeddedStoreOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<EmbeddedStoreOptions> Settings { get; } = new SettingsGroup<EmbeddedStoreOptions>()
        .Text("DATA_DIR", o => o.DataDirectory, (o, v) => o.DataDirectory = v,
            "where the embedded store keeps its files, which serves without `REDIS_URL`");

    /// <summary>Folder of the embedded store; environment <c>DATA_DIR</c>.</summary>
    /// <value>Default <c>./data</c>.</value>
    public string DataDirectory { get; set; } = "./data";
}
