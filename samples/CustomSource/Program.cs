// A source of your own: a plain contact form, as a website's server passes it on, becomes leads.
//
//   CONTACT_FORM_KEY=secret ALLOW_DEBUG_ENDPOINTS=true dotnet run
//   curl -s http://localhost:5000/webhooks/contact -H 'X-Contact-Key: secret' \
//        -d 'name=Bo Quill' -d email=bo@quill.example -d 'company=Quill Print' -d 'message=Please call me about proofing.'
using CustomSource;
using SalesIntel.Webhooks;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore().AddCoravelProcessing();
builder.Services.AddSingleton<IWebhookSource>(new ContactForm(builder.Configuration["CONTACT_FORM_KEY"] ?? ""));

var app = builder.Build();
app.MapSalesIntel();
app.Run();
