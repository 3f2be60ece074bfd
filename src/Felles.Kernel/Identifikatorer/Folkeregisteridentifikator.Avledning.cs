namespace Felles.Kernel.Identifikatorer;

/// <content>
/// What the digits tell about the person. The register's own birth date and gender come first: both may differ from the digits, and neither
/// can be read from a number that is issued from 2032 ("Nytt fødselsnummer fra 2032", Skatteetaten).
/// </content>
public readonly partial struct Folkeregisteridentifikator
{
    /// <summary>
    /// The birth date, or null where the digits do not tell it: for every D-number, for a number that only the rule of 2032 accepts, for
    /// individnummer 900–999, for a combination of year and individnummer that was in no series before 2032, and for 29 February in 1900.
    /// </summary>
    public DateOnly? Foedselsdato
    {
        get
        {
            if (Type == Identifikatortype.DNummer || KanVaereFra2032)
                return null;
            var (dag, maaned, toSifretAar) = (Dag, Maaned, ToSifretAar);
            if (Individnummerserie.Foedselsaar(toSifretAar, Individnummer) is not { } aar || aar >= 2032)
                return null;
            return dag <= DateTime.DaysInMonth(aar, maaned) ? new DateOnly(aar, maaned, dag) : null;
        }
    }

    /// <summary>
    /// The gender, or null where the digits do not tell it: when <see cref="FoelgerRegel1964"/> is false, for individnummer 900–999, and
    /// when year and individnummer show that the number was, or for a D-number may have been, issued from 2032. D-numbers of the years 32
    /// to 39 are surely older only below 200: from there on the series of 2000–2039 holds the same digits (extension of the series of 16
    /// November 2021).
    /// </summary>
    public Kjoenn? Kjoenn
    {
        get
        {
            var utstedtFoer2032 = Type == Identifikatortype.DNummer
                ? ToSifretAar is < 32 or >= 40 || Individnummer < 200
                : Foedselsdato is not null;
            if (!utstedtFoer2032 || KanVaereFra2032)
                return null;
            return Individnummer % 2 == 1 ? Identifikatorer.Kjoenn.Mann : Identifikatorer.Kjoenn.Kvinne;
        }
    }

    /// <summary>Digits seven to nine.</summary>
    public int Individnummer => (int)(Value / 100 % 1000);

    /// <summary>
    /// From 2032 numbers are given out from individnummer 999 and down, to persons of every age, and may satisfy the rule of 1964 as well:
    /// 30108299920 is such a one. The hundred first can therefore be old or new.
    /// </summary>
    private bool KanVaereFra2032 => !FoelgerRegel1964 || Individnummer >= 900;

    private int Dag => (int)(Value / 1_000_000_000 % 40);

    private int Maaned => (int)(Value / 10_000_000 % 20);

    private int ToSifretAar => (int)(Value / 100_000 % 100);
}
