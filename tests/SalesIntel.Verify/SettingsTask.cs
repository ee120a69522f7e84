using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification that begins when it is awaited, so that settings can be chained before.</summary>
public sealed class SettingsTask
{
    private readonly VerifySettings settings;
    private readonly Lazy<Task> run;

    internal SettingsTask(VerifySettings? settings, Func<VerifySettings, Task> verify)
    {
        this.settings = settings?.Copy() ?? new VerifySettings();
        run = new Lazy<Task>(() => verify(this.settings));
    }

    /// <inheritdoc cref="VerifySettings.UseDirectory"/>
    public SettingsTask UseDirectory(string directory)
    {
        settings.UseDirectory(directory);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseTypeName"/>
    public SettingsTask UseTypeName(string name)
    {
        settings.UseTypeName(name);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseMethodName"/>
    public SettingsTask UseMethodName(string name)
    {
        settings.UseMethodName(name);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseParameters"/>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        settings.UseParameters(parameters);
        return this;
    }

    /// <summary>Starts the verification.</summary>
    public Task ToTask() => run.Value;

    /// <summary>Makes it awaitable.</summary>
    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    /// <inheritdoc cref="Task.ConfigureAwait(bool)"/>
    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) =>
        ToTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>Lets a test return it as its task.</summary>
    public static implicit operator Task(SettingsTask task) => task.ToTask();
}
