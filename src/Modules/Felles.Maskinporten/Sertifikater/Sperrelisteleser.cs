using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>
/// Reads a revocation list as DER or PEM. A list that says something that is not understood here cannot tell that a certificate is good,
/// so it is not taken at all (RFC 5280 §5.2: unknown critical extensions); delta and indirect lists are such.
/// </summary>
internal static class Sperrelisteleser
{
    private const string Pem = "X509 CRL";
    private const string Omfang = "2.5.29.28";

    // A list without a number or with the key's id says nothing that changes its meaning.
    private static readonly Asn1Tag Utvidelser = new(TagClass.ContextSpecific, 0);

    /// <exception cref="InvalidDataException">It is no list, or none that can be used; the message says why.</exception>
    public static Sperreliste Les(byte[] innhold)
    {
        try
        {
            return LesDer(Der(innhold));
        }
        catch (AsnContentException e)
        {
            throw new InvalidDataException("It is no certificate revocation list.", e);
        }
    }

    private static byte[] Der(byte[] innhold)
    {
        if (innhold.Length == 0 || innhold[0] == 0x30)
            return innhold;
        var tekst = Encoding.Latin1.GetString(innhold);
        return PemEncoding.TryFind(tekst, out var felt) && tekst.AsSpan(felt.Label).SequenceEqual(Pem)
            ? Convert.FromBase64String(tekst[felt.Base64Data])
            : throw new InvalidDataException("It is no certificate revocation list.");
    }

    private static Sperreliste LesDer(byte[] der)
    {
        var rot = new AsnReader(der, AsnEncodingRules.DER);
        var liste = rot.ReadSequence();
        rot.ThrowIfNotEmpty();
        var signert = liste.PeekEncodedValue();
        var innhold = liste.ReadSequence();
        var algoritme = liste.ReadSequence().ReadObjectIdentifier();
        var signatur = liste.ReadBitString(out var ubrukte);
        liste.ThrowIfNotEmpty();
        if (ubrukte != 0 || !Signaturalgoritme.ErSterk(algoritme))
            throw new InvalidDataException($"Its signature algorithm ({algoritme}) is not accepted.");

        if (innhold.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            innhold.ReadInteger();
        // The algorithm stands twice, the second time under the signature (§5.1.1.2).
        if (innhold.ReadSequence().ReadObjectIdentifier() != algoritme)
            throw new InvalidDataException("It names two signature algorithms.");
        var utsteder = Convert.ToHexString(innhold.ReadEncodedValue().Span);
        var fra = Tid(innhold);
        if (!innhold.HasData || !ErTid(innhold))
            throw new InvalidDataException("It does not say when the next one comes.");
        var til = Tid(innhold);
        var sperret = innhold.HasData && innhold.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? Oppfoeringer(innhold) : [];
        var omfang = innhold.HasData ? Utvidelse(innhold.ReadSequence(Utvidelser)) : Sperreomfang.Alle;
        innhold.ThrowIfNotEmpty();
        return new Sperreliste
        {
            Utsteder = utsteder,
            Fra = fra,
            Til = til,
            Sperret = sperret,
            Omfang = omfang,
            Signert = signert,
            Algoritme = algoritme,
            Signatur = signatur,
        };
    }

    private static FrozenSet<string> Oppfoeringer(AsnReader innhold)
    {
        var sperret = new HashSet<string>(StringComparer.Ordinal);
        var liste = innhold.ReadSequence();
        while (liste.HasData)
        {
            // Whatever else an entry says, as why or since when: what is on the list is not good now.
            sperret.Add(Kjedeledd.Hex(liste.ReadSequence().ReadIntegerBytes().Span));
        }

        return sperret.ToFrozenSet(StringComparer.Ordinal);
    }

    private static Sperreomfang Utvidelse(AsnReader utvidelser)
    {
        var omfang = Sperreomfang.Alle;
        var liste = utvidelser.ReadSequence();
        while (liste.HasData)
        {
            var en = liste.ReadSequence();
            var oid = en.ReadObjectIdentifier();
            var kritisk = en.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && en.ReadBoolean();
            if (oid == Omfang)
                omfang = LesOmfang(en.ReadOctetString());
            else if (kritisk)
                throw new InvalidDataException($"It has the critical extension {oid}, which is not understood here.");
        }

        return omfang;
    }

    private static Sperreomfang LesOmfang(byte[] der)
    {
        var omfang = Sperreomfang.Alle;
        var felter = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        while (felter.HasData)
        {
            var tag = felter.PeekTag();
            omfang = tag.TagValue switch
            {
                0 => omfang with { Punkter = Punkter(felter.ReadSequence(tag)) },
                1 => omfang with { BareBrukere = felter.ReadBoolean(tag) },
                2 => omfang with { BareUtstedere = felter.ReadBoolean(tag) },
                _ => throw new InvalidDataException("It tells of a part of the certificates only, or of other issuers' ones."),
            };
        }

        return omfang;
    }

    private static List<string> Punkter(AsnReader navn)
    {
        var punkter = Punktnavn.Les(navn);
        return punkter.Count > 0 ? punkter : throw new InvalidDataException("Its distribution point has no address.");
    }

    private static bool ErTid(AsnReader innhold) => innhold.PeekTag() is { TagClass: TagClass.Universal, TagValue: 23 or 24 };

    private static DateTimeOffset Tid(AsnReader innhold) => innhold.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
        ? innhold.ReadUtcTime() : innhold.ReadGeneralizedTime();
}
