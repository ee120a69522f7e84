using System.Runtime.Versioning;

// Whole processes are started and killed here, with the file modes and signals of Unix.
[assembly: UnsupportedOSPlatform("windows")]
