using SalesIntel.Settings;

namespace SalesIntel.Doctor;

/// <summary>What the settings warn of.</summary>
internal sealed class SettingsDoctor(SalesIntelSettings settings)
{
    public Task<IReadOnlyList<DoctorFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var warnings = settings.FindWarnings();
            return Task.FromResult<IReadOnlyList<DoctorFinding>>(warnings.Count == 0
                ? [new(DoctorLevel.Ok, "settings", "", "All settings can be used.")]
                : [.. warnings.Select(warning => new DoctorFinding(DoctorLevel.Warning, "settings", "", warning))]);
        }
        catch (SettingsException exception)
        {
            return Task.FromResult<IReadOnlyList<DoctorFinding>>(
                [.. exception.Errors.Select(error => new DoctorFinding(DoctorLevel.Error, "settings", "", error))]);
        }
    }
}
