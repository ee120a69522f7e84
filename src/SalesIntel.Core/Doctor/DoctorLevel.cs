namespace SalesIntel.Doctor;

/// <summary>How bad a finding is.</summary>
public enum DoctorLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Works, but perhaps not always or not as meant; or could not be looked at.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}
