namespace SalesIntel.Doctor;

/// <summary>Looks whether a part of the installation can do its work: asks the systems that it depends on and changes nothing. A part
/// registers its own as a singleton.</summary>
public interface IDoctorCheck
{
    /// <summary>The part, one lower-case word, e.g. <c>store</c>.</summary>
    string Area { get; }

    /// <summary>Looks. What fails is a finding and no exception.</summary>
    Task<IReadOnlyList<DoctorFinding>> CheckAsync(CancellationToken cancellationToken);
}
