namespace Felles.Maskinporten;

/// <summary>Section <c>Felles:Sandkasse</c>: what the sandbox alone has.</summary>
public sealed class SandkasseOptions
{
    /// <summary>
    /// <c>GET /sandkasse/token/{klient}</c> answers whoever reaches the port, and not only programs on the same machine. Needed where a
    /// port is published from a container: its callers come from another address.
    /// </summary>
    public bool AapenForAlle { get; set; }
}
