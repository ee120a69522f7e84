namespace SalesIntel.Engine;

/// <summary>Names of the circuits that all processes share.</summary>
internal static class Circuits
{
    /// <summary>Calls to the CRM.</summary>
    public const string Crm = "crm";

    /// <summary>Calls to the language model.</summary>
    public const string Model = "model";
}
