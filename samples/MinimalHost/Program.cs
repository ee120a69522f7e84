// A host of your own with SalesIntel in it: two statements, one that adds it and one that maps it.
//
//   ALLOW_DEBUG_ENDPOINTS=true dotnet run
//   curl -s http://localhost:5000/webhooks/calendly --data-binary @booking.json
//   curl -s http://localhost:5000/debug/events/{event_id}
//
// It receives POST /webhooks/calendly and /webhooks/readai, keeps what it accepts in ./data/salesintel.db and answers GET /healthz. No CRM is
// added, so it runs dry: what would be written is kept with the event. Rules read the answers, because no model is added either.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore().AddCoravelProcessing();

var app = builder.Build();
app.MapGet("/", () => "Your own pages stay as they are.");
app.MapSalesIntel();
app.Run();
