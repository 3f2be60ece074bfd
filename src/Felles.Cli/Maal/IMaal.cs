using Felles.Client.Administrasjon;
using Felles.Client.Utfall;
using Felles.Web.Ndjson;

namespace Felles.Cli.Maal;

/// <summary>What the administering verbs work on: a running host, or a data folder without one.</summary>
internal interface IMaal : IAsyncDisposable
{
    /// <summary>Who works, for messages.</summary>
    string Navn { get; }

    /// <summary>True where an import tells how far its storing has come; a host only answers when it is done.</summary>
    bool FortellerOmLagring { get; }

    Task<Svar<Importkvittering>> ImporterAsync(
        Registertype type, Stream linjer, IProgress<Importframdrift> framdrift, CancellationToken ct);

    /// <summary>Writes every document, one a line, and returns how many.</summary>
    Task<Svar<long>> EksporterAsync(Registertype type, Stream ut, IProgress<long> framdrift, CancellationToken ct);

    Task<Svar<bool>> GiRolleAsync(Rolletildeling rolle, CancellationToken ct);

    /// <param name="ankerfil">Anchors kept outside the log; null for those that the settings name.</param>
    /// <param name="framdrift">Told the number of records checked, where they are checked here.</param>
    /// <param name="ct">Stops it.</param>
    Task<Svar<Loggkontroll>> VerifiserLoggAsync(FileInfo? ankerfil, IProgress<long> framdrift, CancellationToken ct);

    Task<Svar<bool>> NullstillAsync(CancellationToken ct);
}
