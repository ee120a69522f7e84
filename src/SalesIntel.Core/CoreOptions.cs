namespace SalesIntel;

/// <summary>Stands for all options of the core together, so that the host checks them when it starts, in one list of errors.</summary>
internal sealed class CoreOptions;
