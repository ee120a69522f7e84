// Another model: any IChatClient of Microsoft.Extensions.AI. Many providers have one in a package; this one is written out, for every server
// that speaks the protocol of POST /v1/chat/completions.
//
//   MODEL_URL=http://localhost:11434 MODEL_NAME=llama3.1 ALLOW_DEBUG_ENDPOINTS=true dotnet run
//
// Nothing is to be said about failures. Whatever a chat client throws gets a kind by its HTTP status: at 429 and 503 work waits until the
// provider answers again, at 401 it waits and somebody is told to check the key, at 500 the call is tried again, at 400 the event fails.
using Microsoft.Extensions.AI;
using OtherModel;
using SalesIntel.Crm;
using SalesIntel.Settings;
using SalesIntel.Testing;

var builder = WebApplication.CreateBuilder(args);
if (!Uri.TryCreate(builder.Configuration["MODEL_URL"], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
{
    Console.Error.WriteLine("MODEL_URL is not set to an address such as http://localhost:11434.");
    return 1;
}

if (builder.Configuration["MODEL_NAME"] is not { Length: > 0 })
{
    Console.Error.WriteLine("MODEL_NAME is not set: give the name under which the server knows the model.");
    return 1;
}

builder.Services.AddSalesIntel(builder.Configuration).AddMemoryStore().AddCoravelProcessing();
builder.Services.AddSingleton<ICrm>(new InMemoryCrm());
builder.Services.AddHttpClient<IChatClient, CompletionsClient>(http =>
{
    http.BaseAddress = url;
    http.DefaultRequestHeaders.Authorization = new("Bearer", builder.Configuration["MODEL_KEY"]);
});

try
{
    var app = builder.Build();
    app.MapGet("/leads", (ICrm crm) => ((InMemoryCrm)crm).Leads.Select(lead => lead.Fields));
    app.MapSalesIntel();
    app.Run();
    return 0;
}
catch (SettingsException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
