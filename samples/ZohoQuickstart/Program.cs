// Creates or updates people in Zoho CRM, reads them back and adds a note to each:
//   ZOHO_DC=eu ZOHO_CLIENT_ID=… ZOHO_CLIENT_SECRET=… ZOHO_REFRESH_TOKEN=… dotnet run --project samples/ZohoQuickstart -- ada@lane.example bo@reed.example
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Zoho.Client;

if (args.Length == 0)
{
    Console.Error.WriteLine("Give the addresses of people: ZohoQuickstart ada@lane.example bo@reed.example");
    return 1;
}

var services = new ServiceCollection().AddLogging().AddZohoCrm(options =>
{
    options.DataCenter = Environment.GetEnvironmentVariable("ZOHO_DC") ?? "eu";
    options.ClientId = Environment.GetEnvironmentVariable("ZOHO_CLIENT_ID") ?? "";
    options.ClientSecret = Environment.GetEnvironmentVariable("ZOHO_CLIENT_SECRET") ?? "";
    options.RefreshToken = Environment.GetEnvironmentVariable("ZOHO_REFRESH_TOKEN") ?? "";
    options.AccountsUrl = Environment.GetEnvironmentVariable("ZOHO_ACCOUNTS_URL");
});
await using var provider = services.BuildServiceProvider();
try
{
    var zoho = provider.GetRequiredService<ZohoCrmClient>();
    // What is asked for at the same time shares a call; each has its own result.
    await Task.WhenAll(args.Select(async email =>
    {
        var written = await zoho.UpsertAsync("Leads", new Person { LastName = email.Split('@')[0], Email = email }, PersonJson.Default.Person);
        Console.WriteLine($"{email}: {written.Action}, id {written.Id}");
    }));

    // Values are interpolated as values: none can become a part of the query.
    foreach (var some in args.Chunk(ZohoQuery.MaxListItems))
    {
        await foreach (var person in zoho.QueryAsync($"select Last_Name, Email from Leads where Email in {some}", PersonJson.Default.Person))
        {
            var note = await zoho.AddNoteAsync(new("Leads", person.Id!), new() { Title = "Quickstart", Content = $"{person.LastName} was here." });
            Console.WriteLine($"{person.Email}: note {note}");
        }
    }

    return 0;
}
catch (Exception failure) when (failure is OptionsValidationException or ZohoCrmException or ArgumentException)
{
    Console.Error.WriteLine(failure is ZohoCrmException refused ? $"{refused.Code}: {refused.Message}" : failure.Message.Replace("; ", "\n"));
    return 1;
}

internal sealed record Person
{
    [JsonPropertyName("id")] public string? Id { get; init; }
    [JsonPropertyName("Last_Name")] public string? LastName { get; init; }
    public string? Email { get; init; }
}

[JsonSerializable(typeof(Person))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class PersonJson : JsonSerializerContext;
