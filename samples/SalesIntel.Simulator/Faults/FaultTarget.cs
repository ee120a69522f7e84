using System.Text.Json.Serialization;

namespace SalesIntel.Simulator;

/// <summary>The stand-in that a fault is ordered for.</summary>
public enum FaultTarget
{
    /// <summary>The CRM API under <c>/crm/v8</c>.</summary>
    [JsonStringEnumMemberName("zoho")] Zoho,

    /// <summary>The language model under <c>/v1beta/models</c>.</summary>
    [JsonStringEnumMemberName("gemini")] Gemini,

    /// <summary>The incoming webhook under <c>/slack</c>.</summary>
    [JsonStringEnumMemberName("slack")] Slack,

    /// <summary>The token endpoint under <c>/oauth/v2</c>.</summary>
    [JsonStringEnumMemberName("oauth")] OAuth,
}
