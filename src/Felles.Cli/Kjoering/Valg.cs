using System.CommandLine;

namespace Felles.Cli.Kjoering;

/// <summary>The options that verbs share. Each verb makes its own, so that its help shows exactly those it takes.</summary>
internal sealed class Valg
{
    private Valg()
    {
    }

    public Option<string> Url { get; } = new("--url")
    {
        Description = "The running host",
        HelpName = "BASE",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    /// <summary>Null for verbs that need a running host.</summary>
    public Option<DirectoryInfo?>? Data { get; private init; }

    public Option<FileInfo?> Klient { get; } = new("--client")
    {
        Description = "The client file to call as [default: the fitting one in felles-data/klienter]",
        HelpName = "FILE",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer with one line of JSON" };

    /// <summary>For verbs that need a running host.</summary>
    internal static Valg Vert(Command kommando)
    {
        var valg = new Valg();
        kommando.Add(valg.Url);
        kommando.Add(valg.Klient);
        kommando.Add(valg.Json);
        return valg;
    }

    /// <summary>For verbs that a running host answers without a client.</summary>
    internal static Valg BareVert(Command kommando)
    {
        var valg = new Valg();
        kommando.Add(valg.Url);
        kommando.Add(valg.Json);
        return valg;
    }

    /// <summary>For verbs that work on a data folder alone.</summary>
    internal static Valg Mappe(Command kommando)
    {
        var valg = new Valg { Data = Dataopsjon() };
        kommando.Add(valg.Data);
        kommando.Add(valg.Json);
        return valg;
    }

    /// <summary>For verbs that work on a running host or on a data folder.</summary>
    internal static Valg VertEllerMappe(Command kommando)
    {
        var valg = new Valg { Data = Dataopsjon() };
        kommando.Add(valg.Url);
        kommando.Add(valg.Data);
        kommando.Add(valg.Klient);
        kommando.Add(valg.Json);
        kommando.Validators.Add(resultat =>
        {
            if (resultat.GetResult(valg.Data) is { Implicit: false } && resultat.GetResult(valg.Url) is { Implicit: false })
                resultat.AddError("--url names a running host and --data a folder without one: choose one of them.");
        });
        return valg;
    }

    private static Option<DirectoryInfo?> Dataopsjon() => new("--data")
    {
        Description = "Work directly on this data folder; no host may be running on it",
        HelpName = "FOLDER",
    };
}
