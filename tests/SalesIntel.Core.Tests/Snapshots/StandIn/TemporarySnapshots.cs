using System.Runtime.CompilerServices;
using VerifyTests;
using VerifyXunit;

namespace SalesIntel.Snapshots.StandIn;

/// <summary>Snapshots <c>StandIn.M</c> in a folder that is removed again.</summary>
internal sealed class TemporarySnapshots : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public SettingsTask Verify(string text, [CallerFilePath] string sourceFile = "") =>
        Verifier.Verify(text, sourceFile: sourceFile).UseDirectory(Folder).UseTypeName("StandIn").UseMethodName("M");

    public async Task<string> FailAsync(string text) => (await Assert.ThrowsAsync<VerifyException>(async () => await Verify(text))).Message;

    public string PathOf(string kind) => Path.Combine(Folder, $"StandIn.M.{kind}.txt");

    public void Write(string kind, string text) => File.WriteAllText(PathOf(kind), text);

    public string Read(string kind) => File.ReadAllText(PathOf(kind));
}
