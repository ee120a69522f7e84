using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Keeps what is logged, exceptions included.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> lines = new();

    public IReadOnlyCollection<(LogLevel Level, EventId Id, string Text)> All => lines;

    public int Count(string eventName) => lines.Count(line => line.Id.Name == eventName);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((logLevel, eventId, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
