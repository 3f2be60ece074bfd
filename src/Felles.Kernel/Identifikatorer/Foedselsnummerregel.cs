namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// The arithmetic of the eleven digits, as published by Skatteetaten in "Nytt fødselsnummer fra 2032" and the validator that goes with it.
/// </summary>
internal static class Foedselsnummerregel
{
    internal const int Lengde = 11;
    internal const int DagtilleggDNummer = 40;
    internal const int Maanedstillegg40 = 40;
    internal const int MaanedstilleggSyntetisk = 80;

    /// <summary>The largest rest of the first check digit that the 2032 rule accepts; the 1964 rule accepts 0 only.</summary>
    internal const int StoersteRest2032 = 3;

    private static ReadOnlySpan<byte> Vekter1 => [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];

    /// <summary>The weighted sum with the first check digit, modulo 11.</summary>
    internal static int Rest1(ReadOnlySpan<byte> sifre) => Sifferrekke.Vektsum(sifre, Vekter1) % 11;

    /// <summary>The weighted sum with the second check digit, modulo 11.</summary>
    internal static int Rest2(ReadOnlySpan<byte> sifre) => Sifferrekke.Vektsum(sifre, Sifferrekke.Modulus11Elleve) % 11;

    internal static Identifikatorfeil Bedoem(ReadOnlySpan<byte> sifre)
    {
        var dag = (sifre[0] * 10) + sifre[1];
        var maaned = (sifre[2] * 10) + sifre[3];
        var aar = (sifre[4] * 10) + sifre[5];
        if (dag > DagtilleggDNummer)
            dag -= DagtilleggDNummer;
        var maaned40 = maaned is > Maanedstillegg40 and <= Maanedstillegg40 + 12;
        if (maaned > MaanedstilleggSyntetisk)
            maaned -= MaanedstilleggSyntetisk;
        else if (maaned40)
            maaned -= Maanedstillegg40;

        // The official validator reads the year as 20yy, so 29 February needs yy divisible by four and 00 counts as a leap year.
        if (maaned is < 1 or > 12 || dag < 1 || dag > DateTime.DaysInMonth(2000 + aar, maaned))
            return Identifikatorfeil.UgyldigDato;
        if (maaned40)
            return Identifikatorfeil.Maaned40;
        return Rest1(sifre) <= StoersteRest2032 && Rest2(sifre) == 0 ? Identifikatorfeil.Ingen : Identifikatorfeil.UgyldigKontrollsiffer;
    }
}
