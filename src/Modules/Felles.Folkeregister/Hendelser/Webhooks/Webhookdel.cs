using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>What all deliveries share.</summary>
internal sealed record Webhookdel(
    Database Database, SequenceLog Logg, SequencePages Sider, Webhookpekere Pekere, Webhooksender Sender, Webhookmaaling Maaling,
    Tilgangskontroll Tilgang, LookupLog Oppslagslogg, Registerklokke Klokke, TimeProvider Tid, ILogger<Webhookutsending> Logger);
