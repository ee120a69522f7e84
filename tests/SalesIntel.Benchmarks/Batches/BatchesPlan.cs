namespace SalesIntel.Benchmarks.Batches;

/// <summary>What is measured of calls that requests share.</summary>
/// <param name="Bookings">How many, each of another person.</param>
/// <param name="Processes">Worker processes.</param>
/// <param name="Workers">Events that each of them works on at a time; 0 = its default.</param>
/// <param name="Latency">Milliseconds of each call of the CRM.</param>
/// <param name="Limit">Calls in flight that the CRM allows, and that the hosts are told; 0 = it allows any number, the hosts have their default.</param>
/// <param name="Queries">True when the token may query.</param>
/// <param name="Kill">True when one of the processes is killed in the middle.</param>
internal sealed record BatchesPlan(int Bookings, int Processes, int Workers, int Latency, int Limit, bool Queries, bool Kill);
