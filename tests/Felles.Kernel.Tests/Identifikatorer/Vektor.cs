namespace Felles.Kernel.Tests.Identifikatorer;

/// <summary>One line of <c>Data/foedselsnummer-vektorer.csv</c>.</summary>
public sealed record Vektor(
    string Nummer, bool Syntetisk, bool DNummer, int Rest1, int Rest2, bool GyldigDato, bool Regel1964, bool Regel2032)
{
    public static TheoryData<Vektor> Alle()
    {
        using var fil = typeof(Vektor).Assembly.GetManifestResourceStream("foedselsnummer-vektorer.csv")!;
        using var leser = new StreamReader(fil);
        var linjer = leser.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).Skip(1);
        return [.. linjer.Select(Les)];
    }

    public override string ToString() => Nummer;

    private static Vektor Les(string linje)
    {
        var felt = linje.Split(',');
        return new(
            felt[0], bool.Parse(felt[1]), felt[2] == "d-number", int.Parse(felt[3]), int.Parse(felt[4]),
            bool.Parse(felt[5]), bool.Parse(felt[6]), bool.Parse(felt[7]));
    }
}
