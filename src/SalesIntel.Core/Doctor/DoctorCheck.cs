namespace SalesIntel.Doctor;

/// <summary>How to look whether a part of the installation can do its work. A part registers its own as a singleton.</summary>
/// <param name="Area">The part, one lower-case word, e.g. <c>store</c>.</param>
/// <param name="ExamineAsync">Asks the systems that the part depends on and changes nothing; what fails is a finding and no exception.</param>
/// <example><code>services.AddSingleton(new DoctorCheck("relay", async token => [await relay.PingAsync(token)]));</code></example>
public sealed record DoctorCheck(string Area, Func<CancellationToken, Task<DoctorExamination>> ExamineAsync)
{
    /// <summary>Makes one of a part for which nothing is ever to be set up elsewhere.</summary>
    /// <param name="area">The part, one lower-case word, e.g. <c>store</c>.</param>
    /// <param name="lookAsync">Asks the systems that the part depends on and changes nothing; what fails is a finding and no exception.</param>
    public DoctorCheck(string area, Func<CancellationToken, Task<IReadOnlyList<DoctorFinding>>> lookAsync)
        : this(area, async token => new DoctorExamination(await lookAsync(token).ConfigureAwait(false)))
    {
    }
}
