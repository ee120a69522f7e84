namespace SalesIntel.Doctor;

/// <summary>How to look whether a part of the installation can do its work. A part registers its own as a singleton.</summary>
/// <param name="Area">The part, one lower-case word, e.g. <c>store</c>.</param>
/// <param name="LookAsync">Asks the systems that the part depends on and changes nothing; what fails is a finding and no exception.</param>
/// <example><code>services.AddSingleton(new DoctorCheck("relay", async token => [await relay.PingAsync(token)]));</code></example>
public sealed record DoctorCheck(string Area, Func<CancellationToken, Task<IReadOnlyList<DoctorFinding>>> LookAsync);
