using System.Text;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Arkiv;

/// <summary>
/// The answer with the documents that were found. Each has the number that the person had in that document. The XML names were never
/// published; they follow the pattern of the person schema and the schema names of the OpenAPI document.
/// </summary>
internal sealed class Bulkarkivsvar : IDisposable
{
    private const string Navnerom = "folkeregisteret:tilgjengeliggjoering:person:v1:bulk:arkiv:response";

    private readonly Pakkeplan plan;
    private readonly Svarformat format;
    private readonly Svarbuffer ut = Svarbuffer.Lei();
    private readonly List<long> personer = [];
    private readonly List<Dokumentidentifikator> dokumenter = [];
    private readonly Personnumre numre = new();

    public Bulkarkivsvar(Pakkeplan plan, Svarformat format)
    {
        (this.plan, this.format) = (plan, format);
        Tekst(format == Svarformat.Json
            ? "{\"oppslag\":["
            : $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><arkivDokumentBulkoppslagResponse xmlns=\"{Navnerom}\">");
    }

    public ulong Elementgrupper { get; private set; }

    public ReadOnlyMemory<byte> Svar => ut.Skrevet;

    public ReadOnlyMemory<long> Personer => personer.ToArray();

    public ReadOnlyMemory<Dokumentidentifikator> Dokumenter => dokumenter.ToArray();

    public void Legg(Dokumentidentifikator id, Arkivsvar.Funnet funnet)
    {
        _ = numre.Les(funnet.Dokument, Dokumentindeks.Les(funnet.Indeks, funnet.Dokument));
        var json = format == Svarformat.Json;
        if (json && dokumenter.Count > 0)
            ut.Skriv(","u8);
        ut.Skriv(json ? "{\"foedselsEllerDNummer\":\""u8 : "<oppslag><foedselsEllerDNummer>"u8);
        ut.SkrivNummer(numre.Gjeldende);
        ut.Skriv(json ? "\",\"dokumentidentifikator\":\""u8 : "</foedselsEllerDNummer><dokumentidentifikator>"u8);
        Tekst(id.ToWire());
        ut.Skriv(json ? "\",\"folkeregisterperson\":"u8 : "</dokumentidentifikator>"u8);
        Elementgrupper |= Personsvar.Skriv(plan, funnet.Dokument, funnet.Indeks, format, ut);
        ut.Skriv(json ? "}"u8 : "</oppslag>"u8);
        personer.Add(funnet.Personnoekkel);
        dokumenter.Add(id);
    }

    public void Avslutt() => ut.Skriv(format == Svarformat.Json ? "]}"u8 : "</arkivDokumentBulkoppslagResponse>"u8);

    public void Dispose() => ut.LeverTilbake();

    private void Tekst(string tekst) => ut.Advance(Encoding.UTF8.GetBytes(tekst, ut.GetSpan(tekst.Length)));
}
