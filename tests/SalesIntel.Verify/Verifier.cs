using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares what a test produced with a file beside the test: <c>Class.Method.verified.txt</c>. A difference, or
/// a file that is missing, fails the test and leaves <c>Class.Method.received.txt</c>; to accept it, rename it.</summary>
public static class Verifier
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Verifies a text against a <c>.txt</c> file.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify(
        string? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "") =>
        Start(target, "txt", settings, sourceFile, member, Assembly.GetCallingAssembly());

    /// <summary>Verifies a text against a file with the given extension, exactly as it is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify(
        string? target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "") =>
        Start(target, extension, settings, sourceFile, member, Assembly.GetCallingAssembly());

    /// <summary>Verifies an object as indented JSON.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify(
        object? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "") =>
        Start(JsonSerializer.Serialize(target, Json), "json", settings, sourceFile, member, Assembly.GetCallingAssembly());

    private static SettingsTask Start(
        string? text,
        string extension,
        VerifySettings? settings,
        string sourceFile,
        string member,
        Assembly tests)
    {
        var method = UsesVerifyAttribute.Current;
        return new SettingsTask(settings, chosen =>
        {
            var stem = SnapshotName.Of(chosen, method, sourceFile, member, tests);
            var folder = SourceFolder.Of(sourceFile);
            return Snapshot.CompareAsync(
                Path.Combine(folder, chosen.Directory ?? "", stem),
                extension.TrimStart('.'),
                text ?? "null");
        });
    }
}
