namespace SalesIntel.Settings;

/// <summary>Stands for the options of all parts together, so that a host checks them when it starts, in one list of errors.</summary>
internal sealed class StartupCheck;
