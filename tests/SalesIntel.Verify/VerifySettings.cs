namespace VerifyTests;

/// <summary>How a snapshot is named and where it lies. Members have the names of the package's.</summary>
public sealed class VerifySettings
{
    internal string? Directory { get; private set; }

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal IReadOnlyList<object?> Parameters { get; private set; } = [];

    internal VerifySettings Copy() => (VerifySettings)MemberwiseClone();

    /// <summary>Folder of the snapshot, relative to the test's source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>Replaces the class's name in the file name.</summary>
    public void UseTypeName(string name) => TypeName = name;

    /// <summary>Replaces the method's name in the file name.</summary>
    public void UseMethodName(string name) => MethodName = name;

    /// <summary>The arguments of a theory, in the order of its parameters; they become part of the file name.</summary>
    public void UseParameters(params object?[] parameters) => Parameters = parameters;
}
