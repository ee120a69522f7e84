using System.Security.Cryptography;

namespace SalesIntel.Hosting.Redis;

/// <summary>A script that the server runs as one step: nobody sees a half of it.</summary>
internal sealed class RedisScript
{
    private RedisScript(string name, params string[] uses)
    {
        Name = name;
        Text = string.Join('\n', [Read("shared"), .. uses.Select(Read), Read(name)]);
        Hash = FindHash(Text);
    }

    public static RedisScript Allowed { get; } = new("allowed");

    public static RedisScript Accept { get; } = new("accept", "time");

    public static RedisScript Claim { get; } = new("claim");

    public static RedisScript Return { get; } = new("return");

    public static RedisScript Renew { get; } = new("renew");

    public static RedisScript Commit { get; } = new("commit");

    public static RedisScript Restart { get; } = new("restart", "time");

    public static RedisScript OpenCircuit { get; } = new("circuit_open");

    public static RedisScript ProbeCircuit { get; } = new("circuit_probe");

    public static RedisScript CloseCircuit { get; } = new("circuit_close");

    public static RedisScript Remove { get; } = new("remove");

    public static RedisScript Slots { get; } = new("slots");

    public string Name { get; }

    public string Text { get; }

    /// <summary>By which a server that has run it before knows it.</summary>
    public byte[] Hash { get; }

    private static string Read(string name)
    {
        var resource = $"SalesIntel.Redis.Scripts.{name}.lua";
        using var stream = typeof(RedisScript).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // Redis names scripts so; it protects nothing.
    private static byte[] FindHash(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
}
