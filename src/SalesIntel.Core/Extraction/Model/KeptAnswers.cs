using System.Text.Json;
using Microsoft.Extensions.AI;
using SalesIntel.Storage.Contract;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Keeps what the model answered until it is surely recorded with its event: a process that dies in between would have the
/// next one pay for the same answer again.</summary>
internal sealed class KeptAnswers(ISharedState state)
{
    // Longer than a lease and a restart, short enough that nobody meets an old answer who asks again on purpose.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>The name of the answer to a question to a model.</summary>
    public static string KeyOf(string model, IReadOnlyList<ChatMessage> messages, AnswerSchema schema)
    {
        IEnumerable<string> texts =
            [model, schema.Json.GetRawText(), .. messages.SelectMany(message => new[] { message.Role.Value, message.Text })];
        return "answer:" + Digest.OfAll(texts, 32);
    }

    public async Task<KeptAnswer?> FindAsync(string key, CancellationToken cancellationToken) =>
        await state.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } text
            ? JsonSerializer.Deserialize(text, ExtractionJsonContext.Default.KeptAnswer)
            : null;

    // Not cancelled: it is paid for.
    public Task KeepAsync(string key, KeptAnswer answer) => state.SetAsync(key, Text(answer), Life, CancellationToken.None);

    /// <summary>Forgets an answer that can't be used, so that the next attempt asks anew.</summary>
    public Task ForgetAsync(string key, KeptAnswer answer) => state.RemoveAsync(key, Text(answer), CancellationToken.None);

    private static string Text(KeptAnswer answer) => JsonSerializer.Serialize(answer, ExtractionJsonContext.Default.KeptAnswer);
}
