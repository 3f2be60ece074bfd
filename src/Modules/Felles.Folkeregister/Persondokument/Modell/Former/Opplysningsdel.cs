using System.Text.Json;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

/// <summary>The metadata of an entry while it is being read.</summary>
internal struct Opplysningsdel
{
    public Tidspunkt? Ajourholdstidspunkt { get; private set; }

    public bool? ErGjeldende { get; private set; }

    public string? Kilde { get; private set; }

    public string? Aarsak { get; private set; }

    public Tidspunkt? Gyldighetstidspunkt { get; private set; }

    public Tidspunkt? Opphoerstidspunkt { get; private set; }

    /// <summary>Takes the member that the reader stands on, if it is metadata.</summary>
    public bool Les(ref Utf8JsonReader inn)
    {
        if (inn.ValueTextEquals("ajourholdstidspunkt"u8))
            Ajourholdstidspunkt = inn.LesTidspunkt();
        else if (inn.ValueTextEquals("erGjeldende"u8))
            ErGjeldende = inn.LesBoolsk();
        else if (inn.ValueTextEquals("kilde"u8))
            Kilde = inn.LesTekst();
        else if (inn.ValueTextEquals("aarsak"u8))
            Aarsak = inn.LesTekst();
        else if (inn.ValueTextEquals("gyldighetstidspunkt"u8))
            Gyldighetstidspunkt = inn.LesTidspunkt();
        else if (inn.ValueTextEquals("opphoerstidspunkt"u8))
            Opphoerstidspunkt = inn.LesTidspunkt();
        else
            return false;
        return true;
    }
}
