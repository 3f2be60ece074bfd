using Felles.Enhetsregister;
using Felles.Folkeregister;
using Felles.Maskinporten;
using Felles.Tenor;
using Felles.Tilgang;

var builder = WebApplication.CreateBuilder(args);
builder.Services
    .AddEnhetsregister(builder.Configuration)
    .AddTilgang(builder.Configuration)
    .AddFolkeregister(builder.Configuration)
    .AddMaskinporten(builder.Configuration)
    .AddTenor(builder.Configuration);

var app = builder.Build();
app.MapEnhetsregister();
app.MapTilgang();
app.MapFolkeregister();
app.MapMaskinporten();
app.MapTenor();
await app.RunAsync();
