using System.Net;
using Garnet.server;
using Garnet.server.Auth.Settings;
using Tsavorite.core;

namespace SalesIntel.SampleHost;

/// <summary>The server's settings: nothing acknowledged before it is on disk, little memory, nothing that grows without bound.</summary>
internal static class EmbeddedStoreSettings
{
    public static GarnetServerOptions Create(string folder, int port, string password) => new()
    {
        EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
        AuthSettings = new PasswordAuthenticationSettings(password),
        QuietMode = true,

        EnableAOF = true,
        CommitFrequencyMs = 0,
        WaitForCommit = true,
        Recover = true,
        FailOnRecoveryError = true,
        CheckpointDir = Path.Combine(folder, "checkpoints"),

        // The managed device: the native one ends the process with the first write when libaio is not installed.
        DeviceType = DeviceType.RandomAccess,

        // Without the tier on disk, what does not fit into memory would be dropped.
        EnableStorageTier = true,
        LogDir = Path.Combine(folder, "log"),
        LogMemorySize = "64m",
        PageSize = "1m",
        SegmentSize = "64m",
        ObjectLogSegmentSize = "64m",
        IndexMemorySize = "1m",
        IndexMaxMemorySize = "64m",

        AofMemorySize = "16m",
        AofPageSize = "4m",

        // A checkpoint by itself, after which the file starts anew.
        AofSizeLimit = "64m",
        AofSizeLimitEnforceFrequencySecs = 10,
    };
}
