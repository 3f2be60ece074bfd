using System.IO.Pipelines;
using System.Net;
using Felles.Client.Administrasjon;
using Felles.Client.Utfall;
using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Contracts;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Nullstilling;
using Felles.Tilgang.Contracts;
using Felles.Web.Ndjson;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Felles.Cli.Maal;

/// <summary>A data folder, with no host running on it. The registers are opened when a verb needs them.</summary>
internal sealed class Mappemaal(DirectoryInfo mappe) : IMaal
{
    private IHost? _vert;

    public string Navn => mappe.FullName;

    public bool FortellerOmLagring => true;

    public async Task<Svar<Importkvittering>> ImporterAsync(
        Registertype type, Stream linjer, IProgress<Importframdrift> framdrift, CancellationToken ct)
    {
        var tjenester = await TjenesterAsync(lag: true, ct);
        var svar = type == Registertype.Personer
            ? await ImporterPersonerAsync(tjenester, linjer, framdrift, ct)
            : (await tjenester.GetRequiredService<Enheter>().ImporterAsync(linjer, framdrift, ct)).Match(
                tatt => Godtatt(new Importkvittering(tatt.Lest, tatt.Nye, tatt.Endret, tatt.Uendret)),
                avvist => Avvist<Importkvittering>(avvist.Funn, avvist.Antall));
        await Mappelogg.SkrivAsync(tjenester, $"importer {Ord(type)}", svar.Match<string?>(_ => null, avvist => avvist.Kode));
        return svar;
    }

    public async Task<Svar<long>> EksporterAsync(Registertype type, Stream ut, IProgress<long> framdrift, CancellationToken ct)
    {
        var tjenester = await TjenesterAsync(lag: false, ct);
        await Mappelogg.SkrivAsync(tjenester, $"eksporter {Ord(type)}");
        if (type == Registertype.Personer)
        {
            var skriver = PipeWriter.Create(new Linjeteller(ut, framdrift), new StreamPipeWriterOptions(leaveOpen: true));
            var antall = await tjenester.GetRequiredService<Personregister>().EksporterAsync(skriver, ct);
            await skriver.CompleteAsync();
            return Godtatt(antall);
        }

        var skrevet = 0L;
        await foreach (var dokument in tjenester.GetRequiredService<Enheter>().EksporterAsync(ct))
        {
            await ut.WriteAsync(dokument, ct);
            ut.WriteByte((byte)'\n');
            framdrift.Report(++skrevet);
        }

        return Godtatt(skrevet);
    }

    public async Task<Svar<bool>> GiRolleAsync(Rolletildeling rolle, CancellationToken ct)
    {
        var tjenester = await TjenesterAsync(lag: true, ct);
        _ = Organisasjonsnummer.TryParse(rolle.Orgnr, out var orgnr);
        var aktoer = Aktoer.Vert(Environment.UserName, "felles rolle gi");
        var svar = await tjenester.GetRequiredService<Tilgangsforvaltning>()
            .GiRolleAsync(rolle.Issuer, rolle.Subject, orgnr, rolle.Rolle, aktoer, ct);
        await Mappelogg.SkrivAsync(tjenester, "rolle gi", svar.Match<string?>(_ => null, avvist => avvist.Funn.Feil.Kode));
        return svar.Match(
            utfoert => Godtatt(true),
            avvist => new Svar<bool>.Avvist(
                new Avvisning(HttpStatusCode.BadRequest, avvist.Funn.Feil.Kode, avvist.Funn.Melding, [], null)));
    }

    public async Task<Svar<Loggkontroll>> VerifiserLoggAsync(FileInfo? ankerfil, IProgress<long> framdrift, CancellationToken ct)
    {
        var vert = await Mappevert.ByggAsync(mappe, lag: false, ct);
        try
        {
            return Godtatt(await Mappeloggkontroll.KjoerAsync(vert, ankerfil, framdrift, ct));
        }
        finally
        {
            await Mappevert.SlippAsync(vert);
        }
    }

    public async Task<Svar<bool>> NullstillAsync(CancellationToken ct)
    {
        // Built for its settings and schemas and never started: starting would make the database that is to be removed.
        var vert = await Mappevert.ByggAsync(mappe, lag: false, ct);
        var innstillinger = vert.Services.GetRequiredService<IOptions<FellesOptions>>().Value;
        var skjemaer = vert.Services.GetServices<MigrationSet>().Select(s => s.Schema).ToArray();
        await Mappevert.SlippAsync(vert);
        await SandboxReset.RunAsync(innstillinger, skjemaer, ct);
        return Godtatt(true);
    }

    public ValueTask DisposeAsync() => _vert is null ? ValueTask.CompletedTask : Mappevert.SlippAsync(_vert);

    /// <summary>The registers of the folder, opened now if they were not.</summary>
    internal async Task<IServiceProvider> TjenesterAsync(bool lag, CancellationToken ct) =>
        (_vert ??= await Mappevert.StartAsync(mappe, lag, ct)).Services;

    private static async Task<Svar<Importkvittering>> ImporterPersonerAsync(
        IServiceProvider tjenester, Stream linjer, IProgress<Importframdrift> framdrift, CancellationToken ct)
    {
        var leser = PipeReader.Create(linjer, new StreamPipeReaderOptions(bufferSize: 128 * 1024, leaveOpen: true));
        return (await tjenester.GetRequiredService<Personregister>().ImporterAsync(leser, framdrift, ct)).Match(
            tatt => Godtatt(new Importkvittering(tatt.Lest, tatt.Nye, tatt.Endret, tatt.Uendret)),
            avvist => Avvist<Importkvittering>(avvist.Funn, avvist.Antall));
    }

    private static string Ord(Registertype type) => type == Registertype.Personer ? "personer" : "virksomheter";

    private static Svar<T> Godtatt<T>(T verdi) => new Svar<T>.Godtatt(verdi);

    /// <summary>One fault without a line is the register's and not the file's.</summary>
    private static Svar<T> Avvist<T>(IReadOnlyList<Funn> funn, long antall) => new Svar<T>.Avvist(
        funn is [{ Linje: null } ett]
        ? new Avvisning(HttpStatusCode.Conflict, ett.Feil.Kode, ett.Melding, [], null)
        : new Avvisning(
            HttpStatusCode.BadRequest, "flere-feil", "The file has faults.",
            [.. funn.Select(f => new Inndatafeil(f.Linje, f.Sti, f.Feil.Kode, f.Melding))], null)
        {
            AntallFeil = antall,
        });
}
