using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Utvalgte;

/// <summary>Copies the person out of the database's memory.</summary>
internal sealed class Personkopi : IPersonmottaker
{
    public Registrertperson? Person { get; private set; }

    public void Motta(in Personrad rad) => Person = new Registrertperson(
        Folkeregisteridentifikator.FromValue(rad.Identifikator),
        rad.Personnoekkel,
        Dokumentidentifikator.FromBytes(rad.Dokumentid),
        rad.Dokument.ToArray());
}
