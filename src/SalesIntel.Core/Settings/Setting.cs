namespace SalesIntel.Settings;

/// <summary>One setting of an options class.</summary>
internal abstract class Setting<TOptions>
{
    /// <summary>Name in the environment; null when it is set in code only.</summary>
    public required string? Name { get; init; }

    /// <summary>The property that it fills, e.g. <c>ProcessingOptions.Workers</c>.</summary>
    public required string Property { get; init; }

    /// <summary>What it does, one line; empty when it is set in code only.</summary>
    public required string Meaning { get; init; }

    /// <summary>Its value must not be shown anywhere.</summary>
    public required bool IsSecret { get; init; }

    /// <summary>A value that is refused must not be shown.</summary>
    public required bool HidesValue { get; init; }

    /// <summary>What holds while it is not set, in words; empty when the default says it or nothing holds.</summary>
    public required string Unset { get; init; }

    /// <summary>Reads a text into the options.</summary>
    /// <returns>What is wrong with the text; null when it was taken.</returns>
    public abstract string? Apply(TOptions options, string text);

    /// <summary>What is wrong with the value that the options have; null when nothing is.</summary>
    /// <param name="options">The options.</param>
    /// <param name="defaults">A new instance.</param>
    public abstract string? Check(TOptions options, TOptions defaults);

    /// <summary>The value as a user would write it; empty when there is none.</summary>
    public abstract string Write(TOptions options);

    /// <summary>An error for a setting without value.</summary>
    public string Missing(string why, bool isSetInCode) =>
        $"{(isSetInCode ? InCode("") : Name ?? Property)} is not set: required {why}";

    /// <summary>How a setting is called whose value was set in code.</summary>
    protected string InCode(string index) => Name is null ? Property + index : $"{Name} ({Property}{index})";

    /// <summary>The sentence about a refused value.</summary>
    protected string Refused(string subject, string value, string mustBe) => IsSecret || HidesValue
        ? $"{subject} (value not shown): must be {mustBe}"
        : $"{subject} is '{value}': must be {mustBe}";
}
