using System.Security.Cryptography;
using System.Text;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>The rules of all packages.</summary>
internal sealed class Feedregler
{
    private readonly Feedregel[] regler;

    public Feedregler(Pakkeplaner planer)
    {
        regler = [.. Rettighetspakke.Alle.Select(pakke => new Feedregel(pakke, planer))];
        var avtrykk = string.Join(' ', regler.Select(Feedregel.Settings)) + typeof(Feedregler).Assembly.ManifestModule.ModuleVersionId;
        Utgave = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(avtrykk)))[..8];
    }

    /// <summary>Stands in every ETag: another program or other settings may write the same page otherwise.</summary>
    public string Utgave { get; }

    public IReadOnlyList<Feedregel> Alle => regler;

    public Feedregel For(Rettighetspakke pakke) => regler[pakke.Indeks];
}
