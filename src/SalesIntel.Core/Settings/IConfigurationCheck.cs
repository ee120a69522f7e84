namespace SalesIntel.Settings;

/// <summary>Looks at the configuration of several parts together. Each one that is registered is asked when the host starts.</summary>
internal interface IConfigurationCheck
{
    /// <summary>What can't work: one sentence each that names the call or the variable to change, and shows no secret.</summary>
    IEnumerable<string> FindErrors();

    /// <summary>What works, but perhaps not as meant: one sentence each, without secrets. Asked only when there is no error.</summary>
    IEnumerable<string> FindWarnings();
}
