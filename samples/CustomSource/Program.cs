// A source of your own: a plain contact form, as a website's server passes it on, becomes leads.
//
//   CONTACT_FORM_KEY=secret ALLOW_DEBUG_ENDPOINTS=true dotnet run
//   curl -s http://localhost:5000/webhooks/contact -H 'X-Contact-Key: secret' \
//        -d 'name=Bo Quill' -d email=bo@quill.example -d 'company=Quill Print' -d 'message=Please call me about proofing.'
using CustomSource;
using SalesIntel.Settings;
using SalesIntel.Webhooks;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["CONTACT_FORM_KEY"] is not { Length: > 0 } key)
{
    Console.Error.WriteLine("CONTACT_FORM_KEY is not set: choose a secret that the website's server sends as X-Contact-Key.");
    return 1;
}

builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore().AddCoravelProcessing();
builder.Services.AddSingleton<IWebhookSource>(new ContactForm(key));

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
