using Felles.Folkeregister.Soekeregister;

namespace Felles.Folkeregister.Tests.Soekeregister;

public sealed class LydskriftTests(ITestOutputHelper ut)
{
    [Fact]
    public void Spellings_of_one_name_meet()
    {
        var par = Les("like.txt");
        var feil = par.Where(p => !Moetes(p.En, p.To)).ToArray();
        ut.WriteLine($"{feil.Length} of {par.Length} do not meet: {string.Join(", ", feil.Select(Vist))}");
        Assert.Equal(300, par.Length);
        Assert.True(feil.Length * 100 <= par.Length * 5);
    }

    [Fact]
    public void Different_names_do_not_meet()
    {
        var par = Les("ulike.txt");
        var feil = par.Where(p => Moetes(p.En, p.To)).ToArray();
        ut.WriteLine($"{feil.Length} of {par.Length} meet: {string.Join(", ", feil.Select(Vist))}");
        Assert.Equal(300, par.Length);
        Assert.True(feil.Length * 100 <= par.Length * 2);
    }

    [Theory]
    [InlineData("Å")]
    [InlineData("H")]
    [InlineData("W")]
    [InlineData("J")]
    [InlineData("李")]
    [InlineData("Λ")]
    [InlineData("-")]
    [InlineData("'")]
    [InlineData("\ud83d")]
    [InlineData("123")]
    public void Every_word_has_a_sound_and_is_its_own_neighbour(string ord)
    {
        var noekkel = Ordnoekkel.For(ord);
        Assert.Equal(noekkel, Ordnoekkel.For(ord.ToLowerInvariant()));
        var (fra, til) = Ordnoekkel.Lydlike(noekkel);
        Assert.InRange(noekkel, fra, til);
        Assert.NotEqual(noekkel, Ordnoekkel.For(ord + "B"));
    }

    [Fact]
    public void Words_of_different_sound_and_words_of_different_spelling_have_different_numbers()
    {
        string[] stavelser = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "du", "ga", "fe", "hi", "pal", "ben", "sor"];
        var ord = (from a in stavelser from b in stavelser from c in stavelser from d in stavelser select a + b + c + d).ToArray();
        Assert.Equal(ord.Length, ord.Select(o => Ordnoekkel.For(o)).Distinct().Count());
        Assert.NotEqual(Ordnoekkel.For("Kristian"), Ordnoekkel.For("Christian"));
        Assert.Equal(Ordnoekkel.Lydlike(Ordnoekkel.For("Kristian")), Ordnoekkel.Lydlike(Ordnoekkel.For("Christian")));
    }

    private static bool Moetes(string en, string to) => Ordnoekkel.Lydlike(Ordnoekkel.For(en)) == Ordnoekkel.Lydlike(Ordnoekkel.For(to));

    private static string Vist((string En, string To) par) =>
        $"{par.En} ({Lydskrift.Av(Ordnoekkel.Fold(par.En))}) {par.To} ({Lydskrift.Av(Ordnoekkel.Fold(par.To))})";

    private static (string En, string To)[] Les(string fil) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Soekeregister", "navnepar", fil))
            .Where(linje => linje.Length > 0 && linje[0] != '#')
            .Select(linje => linje.Split(' '))
            .Select(ord => (ord[0], ord[1]))];
}
