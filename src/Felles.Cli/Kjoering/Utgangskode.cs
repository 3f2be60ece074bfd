namespace Felles.Cli.Kjoering;

/// <summary>What the process ends with; docs/cli.md lists them for scripts.</summary>
internal enum Utgangskode
{
    Ok = 0,

    /// <summary>A bug, or a host that failed.</summary>
    Uventet = 1,

    /// <summary>The command line cannot be understood, or a file it names is not there.</summary>
    FeilBruk = 2,

    /// <summary>No host answers, or it asks to be left alone for a while.</summary>
    IngenVert = 3,

    /// <summary>Token or rights were refused.</summary>
    Avvist = 4,

    /// <summary>What was asked for is not there.</summary>
    IkkeFunnet = 5,

    /// <summary>The input has faults; nothing was changed.</summary>
    FeilIInndata = 6,

    /// <summary>Another program writes the data folder, or other hosts run on the database.</summary>
    MappeOpptatt = 7,

    /// <summary>The look-up log has been changed or lacks records.</summary>
    LoggBrutt = 8,

    /// <summary>Stopped with Ctrl+C.</summary>
    Avbrutt = 130,
}
