namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// Builds the number for a birth date and an individnummer. From 2032 each individnummer gives up to four numbers, one for each allowed
/// rest of the first check digit; rest 0 is the number of the 1964 rule ("Nytt fødselsnummer fra 2032", Skatteetaten).
/// </summary>
public static class Nummertildeling
{
    /// <summary>The number of variants an individnummer may have: rest 0 to 3.</summary>
    public const int Varianter = Foedselsnummerregel.StoersteRest2032 + 1;

    /// <summary>
    /// The number, or false when a check digit would be 10 and the combination is discarded. Offsets are added before the check digits are
    /// computed. The individnummer is not compared with <see cref="Individnummerserie"/>: from 2032 the series do not hold.
    /// </summary>
    /// <param name="foedselsdato">The date that the first six digits tell.</param>
    /// <param name="individnummer">0 to 999.</param>
    /// <param name="type">D-numbers have 40 added to the day.</param>
    /// <param name="syntetisk">Synthetic numbers have 80 added to the month.</param>
    /// <param name="rest">0 under the 1964 rule; 0 to 3 under the 2032 rule.</param>
    /// <param name="id">The number.</param>
    public static bool TryTildel(
        DateOnly foedselsdato, int individnummer, Identifikatortype type, bool syntetisk, int rest, out Folkeregisteridentifikator id)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(individnummer, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(individnummer, 999);
        ArgumentOutOfRangeException.ThrowIfLessThan(rest, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rest, Foedselsnummerregel.StoersteRest2032);

        id = default;
        var dag = foedselsdato.Day + (type == Identifikatortype.DNummer ? Foedselsnummerregel.DagtilleggDNummer : 0);
        var maaned = foedselsdato.Month + (syntetisk ? Foedselsnummerregel.MaanedstilleggSyntetisk : 0);
        var niSifre = (((((long)dag * 100) + maaned) * 100) + (foedselsdato.Year % 100)) * 1000 + individnummer;

        Span<byte> sifre = stackalloc byte[Foedselsnummerregel.Lengde];
        Sifferrekke.Del(niSifre * 100, sifre);
        var k1 = (rest + 11 - Foedselsnummerregel.Rest1(sifre)) % 11;
        if (k1 == 10)
            return false;
        sifre[9] = (byte)k1;
        var k2 = (11 - Foedselsnummerregel.Rest2(sifre)) % 11;
        if (k2 == 10)
            return false;
        id = Folkeregisteridentifikator.FromValue((niSifre * 100) + (k1 * 10) + k2);
        return true;
    }

    /// <summary>The number of the 1964 rule.</summary>
    public static bool TryTildel(
        DateOnly foedselsdato, int individnummer, Identifikatortype type, bool syntetisk, out Folkeregisteridentifikator id) =>
        TryTildel(foedselsdato, individnummer, type, syntetisk, rest: 0, out id);

    /// <summary>Writes every number of the individnummer under the 2032 rule, rest 0 first, and returns how many: 0 to
    /// 4.</summary>
    public static int Alle(
        DateOnly foedselsdato, int individnummer, Identifikatortype type, bool syntetisk, Span<Folkeregisteridentifikator> numre)
    {
        var antall = 0;
        for (var rest = 0; rest < Varianter; rest++)
        {
            if (TryTildel(foedselsdato, individnummer, type, syntetisk, rest, out var id))
                numre[antall++] = id;
        }

        return antall;
    }
}
