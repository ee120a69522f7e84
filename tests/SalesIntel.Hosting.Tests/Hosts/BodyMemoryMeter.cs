using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Reads how much memory the bodies of a host take.</summary>
internal sealed class BodyMemoryMeter : IDisposable
{
    private readonly MeterListener listener = new();
    private long bytes = -1;

    public BodyMemoryMeter(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, current) =>
        {
            if (instrument.Name == "salesintel.webhooks.body_memory" && instrument.Meter.Scope == factory)
            {
                current.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => bytes = value);
        listener.Start();
    }

    public long Bytes
    {
        get
        {
            listener.RecordObservableInstruments();
            return bytes;
        }
    }

    public void Dispose() => listener.Dispose();
}
