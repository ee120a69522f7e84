namespace SalesIntel.Simulator;

/// <summary>An ordered fault and what became of it.</summary>
/// <param name="Number">Order in which it was added, from 1.</param>
/// <param name="Fault">The order.</param>
/// <param name="Hits">How often it struck.</param>
/// <param name="Active">Whether it can still strike.</param>
public sealed record FaultStatus(int Number, SimulatorFault Fault, int Hits, bool Active);
