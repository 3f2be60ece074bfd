using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Hendelser;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;

namespace Felles.Folkeregister.Tests.Skjemaer;

/// <summary>An event of every type that the register makes.</summary>
internal static class Allehendelser
{
    public static Hendelsestype[] Typer { get; } =
        [.. Hendelsestyper.Alle.Where(t => t.Brukes && t.Type != Hendelsestype.EndringIPerson).Select(t => t.Type)];

    /// <summary>What was registered, once all of it has numbers.</summary>
    public static async Task<List<Hendelseskvittering>> LagAsync(Registervert vert)
    {
        List<Hendelseskvittering> kvitteringer = [];
        foreach (var type in Typer)
        {
            var scene = new Scene(vert, (int)type);
            var svar = await scene.GjoerAsync(await Typemeldinger.ForAsync(scene, type));
            kvitteringer.AddRange(svar.Kvitteringer.SelectMany(k => k.Hendelser));
        }

        await new Scene(vert, 99).SisteAsync();
        return kvitteringer;
    }

    /// <summary>The ids that lead to a document.</summary>
    public static IEnumerable<string> Dokumenter(IEnumerable<Hendelseskvittering> kvitteringer) =>
        kvitteringer.Where(k => Hendelsestyper.Om(k.Type).HarHendelsesdokument).Select(k => k.Hendelsesdokument.ToWire());
}
