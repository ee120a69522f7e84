using Microsoft.Extensions.AI;

namespace SalesIntel.Extraction;

/// <summary>A chat client that says which model it asks, as those of providers do.</summary>
internal sealed class NamedChatClient(string model, IChatClient inner) : DelegatingChatClient(inner)
{
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, model) : base.GetService(serviceType, serviceKey);
}
