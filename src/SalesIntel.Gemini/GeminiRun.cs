using SalesIntel.Engine;

namespace SalesIntel.Gemini;

/// <summary>Tells the options whether SalesIntel runs dry.</summary>
internal sealed class GeminiRun(IServiceProvider services) : IConfigureOptions<GeminiOptions>
{
    public void Configure(GeminiOptions options) => options.DryRun = ProcessingOptions.Settings.Draft(services).DryRun;
}
