namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the parts of SalesIntel to a host. Made by <c>services.AddSalesIntel(configuration)</c>; each package adds its
/// part with a method of its own.</summary>
public interface ISalesIntelBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The value of a configuration variable, trimmed; null when it is not set, empty or blank.</summary>
    /// <param name="name">The variable's name, e.g. <c>GEMINI_API_KEY</c>.</param>
    string? Setting(string name);
}
