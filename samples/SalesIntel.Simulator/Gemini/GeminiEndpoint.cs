using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary><c>generateContent</c> and <c>countTokens</c>.</summary>
internal sealed class GeminiEndpoint(SimulatorState state)
{
    private const string Generate = ":generateContent";
    private const string Count = ":countTokens";
    private const int ThoughtTokens = 96;

    public static string OperationOf(string path) => path.EndsWith(Count, StringComparison.Ordinal) ? "count" : "generate";

    public SimResponse Answer(SimRequest request)
    {
        var name = (string)request.Http.Request.RouteValues["model"]!;
        var asked = GeminiRequest.Read(name.Split(':')[0], request.Json);
        if (name.EndsWith(Count, StringComparison.Ordinal))
        {
            return GeminiErrors.For(request.Fault, asked.Model)
                ?? SimResponse.Json(200, new JsonObject { ["totalTokens"] = Tokens(asked.UserText + asked.SystemText) });
        }

        Findings? findings = null;
        var response = Refusal(request, asked, name) ?? Generated(request.Fault, asked, out findings);
        response = request.Fault is { } fault
            ? response with { Outcome = Outcomes.Of(fault), Cut = response.Cut || fault.Action == FaultAction.DropAfterCommit }
            : response;
        Log(request, asked, findings?.Name, response.Outcome, response.Cut ? 0 : response.Status);
        return response;
    }

    /// <summary>What is said about a model.</summary>
    public SimResponse Describe(SimRequest request)
    {
        var model = (string)request.Http.Request.RouteValues["model"]!;
        return GeminiErrors.For(request.Fault, model) ?? Unknown(request, model)
            ?? SimResponse.Json(200, new JsonObject
            {
                ["name"] = $"models/{model}", ["supportedGenerationMethods"] = new JsonArray("generateContent", "countTokens"),
            });
    }

    /// <summary>Logs a call whose caller went away before it was answered.</summary>
    public void Abandon(SimRequest request)
    {
        var name = (string)request.Http.Request.RouteValues["model"]!;
        Log(request, GeminiRequest.Read(name.Split(':')[0], request.Json), null, Outcomes.ClientAborted, 0);
    }

    private void Log(SimRequest request, GeminiRequest asked, string? answerSet, string outcome, int status) =>
        state.Add(sequence => new GeminiCall(
            sequence,
            asked.Model,
            request.Now,
            asked.PromptHash,
            asked.UserText.Length,
            asked.SchemaProperties,
            answerSet,
            outcome,
            status,
            request.Query("key") is not null));

    private static SimResponse? Refusal(SimRequest request, GeminiRequest asked, string name)
    {
        if (GeminiErrors.For(request.Fault, asked.Model) is { } ordered)
        {
            return ordered;
        }

        return Unknown(request, asked.Model) is { } unknown ? unknown
            : !name.EndsWith(Generate, StringComparison.Ordinal) ? NotFound(asked.Model)
            : request.Json is not JsonObject ? GeminiErrors.InvalidArgument("Invalid JSON payload received.")
            : asked.Fault() is { } reason ? GeminiErrors.InvalidArgument(reason)
            : null;
    }

    private static SimResponse? Unknown(SimRequest request, string model)
    {
        var key = request.Header("x-goog-api-key") ?? request.Query("key");
        return string.IsNullOrEmpty(key) || key == "invalid" ? GeminiErrors.InvalidKey()
            : model.StartsWith("gemini-2.0", StringComparison.Ordinal) ? NotFound(model)
            : null;
    }

    private static SimResponse NotFound(string model) =>
        GeminiErrors.Of(404, "NOT_FOUND", $"models/{model} is not found for API version v1beta.");

    private static SimResponse Generated(SimulatorFault? fault, GeminiRequest asked, out Findings? findings)
    {
        findings = null;
        if (fault?.Action == FaultAction.Blocked)
        {
            return Reply(asked, [], "", new JsonObject { ["promptFeedback"] = new JsonObject { ["blockReason"] = "PROHIBITED_CONTENT" } });
        }

        JsonNode? answer;
        if (asked.Schema is { } schema)
        {
            findings = Findings.For(asked.UserText, asked.SchemaProperties);
            answer = new AnswerWriter(schema, findings).Write();
        }
        else
        {
            answer = Wire.Text(asked.Config["responseMimeType"]) == "application/json" ? new JsonObject() : null;
        }

        var (text, finishReason) = AnswerFaults.Apply(fault, answer);
        if (answer is null && asked.Schema is null && fault is null)
        {
            text = "ok";
        }

        var candidate = new JsonObject { ["finishReason"] = finishReason, ["index"] = 0 };
        candidate["content"] = text is null
            ? new JsonObject { ["role"] = "model" }
            : new JsonObject { ["role"] = "model", ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) };
        return Reply(asked, [candidate], text ?? "", new JsonObject());
    }

    private static SimResponse Reply(GeminiRequest asked, JsonNode[] candidates, string text, JsonObject reply)
    {
        if (candidates.Length > 0)
        {
            reply["candidates"] = new JsonArray([.. candidates]);
        }

        var prompt = Tokens(asked.UserText + asked.SystemText);
        reply["usageMetadata"] = new JsonObject
        {
            ["promptTokenCount"] = prompt,
            ["candidatesTokenCount"] = Tokens(text),
            ["thoughtsTokenCount"] = ThoughtTokens,
            ["totalTokenCount"] = prompt + Tokens(text) + ThoughtTokens,
            ["promptTokensDetails"] = new JsonArray(new JsonObject { ["modality"] = "TEXT", ["tokenCount"] = prompt }),
        };
        reply["modelVersion"] = asked.Model;
        reply["responseId"] = "sim-" + asked.PromptHash[..16];
        return new SimResponse(200, reply.ToJsonString(Wire.Readable)) with { Outcome = "ok" };
    }

    // The rule of thumb: four characters are a token.
    private static int Tokens(string text) => (text.Length + 3) / 4;
}
