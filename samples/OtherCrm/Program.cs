// A CRM of your own: leads, notes and tasks in a JSON file. No word about Zoho is needed.
//
//   DRY_RUN=false ALLOW_UNSIGNED_WEBHOOKS=true dotnet run
//   curl -s http://localhost:5000/webhooks/calendly --data-binary @booking.json && cat leads.json
using OtherCrm;
using SalesIntel.Crm;
using SalesIntel.Settings;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore().AddCoravelProcessing();
builder.Services.AddSingleton<ICrm>(new JsonFileCrm("leads.json"));

try
{
    var app = builder.Build();
    app.MapSalesIntel();
    app.Run();
    return 0;
}
catch (SettingsException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
