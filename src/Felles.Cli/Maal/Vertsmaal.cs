using Felles.Cli.Kjoering;
using Felles.Client.Administrasjon;
using Felles.Client.Utfall;
using Felles.Web.Ndjson;

namespace Felles.Cli.Maal;

/// <summary>A running host, through its administration API.</summary>
internal sealed class Vertsmaal(Vert vert) : IMaal
{
    private readonly Administrasjonsklient _administrasjon = vert.Klient.Administrasjon;

    public string Navn => vert.Klientnavn;

    public bool FortellerOmLagring => false;

    public Task<Svar<Importkvittering>> ImporterAsync(
        Registertype type, Stream linjer, IProgress<Importframdrift> framdrift, CancellationToken ct) =>
        _administrasjon.ImporterAsync(type, linjer, ct);

    public Task<Svar<long>> EksporterAsync(Registertype type, Stream ut, IProgress<long> framdrift, CancellationToken ct) =>
        _administrasjon.EksporterAsync(type, (inn, ct) => Linjekopi.KopierAsync(inn, ut, framdrift, ct), ct);

    public Task<Svar<bool>> GiRolleAsync(Rolletildeling rolle, CancellationToken ct) => _administrasjon.GiRolleAsync(rolle, ct);

    /// <summary>The host checks against its own anchor file; the command line takes none for it.</summary>
    public Task<Svar<Loggkontroll>> VerifiserLoggAsync(FileInfo? ankerfil, IProgress<long> framdrift, CancellationToken ct) =>
        _administrasjon.VerifiserLoggAsync(ct);

    public Task<Svar<bool>> NullstillAsync(CancellationToken ct) => _administrasjon.NullstillAsync(ct);

    public ValueTask DisposeAsync()
    {
        vert.Dispose();
        return ValueTask.CompletedTask;
    }
}
