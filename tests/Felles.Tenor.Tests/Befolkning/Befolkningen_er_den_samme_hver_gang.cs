using System.Security.Cryptography;
using Felles.Tenor.Befolkning;
using Felles.Tenor.Contracts;

namespace Felles.Tenor.Tests.Befolkning;

public sealed class Befolkningen_er_den_samme_hver_gang
{
    [Theory]
    [InlineData(160)]
    [InlineData(2999)]
    [InlineData(9001)]
    public void Threads_and_producers_do_not_change_a_byte(int antall)
    {
        var valg = new Befolkningsvalg(antall, "like");
        var en = Folkemengde.Planlegg(valg, 1);
        var mange = Folkemengde.Planlegg(valg, 8);

        Assert.Equal(Sum(en.Personer()), Sum(mange.Personer()));
        var delt = Enumerable.Range(0, 3).AsParallel()
            .SelectMany(nr => mange.Personer(nr, 3).Select(d => (ReadOnlyMemory<byte>)d.ToArray()).ToArray());
        Assert.Equal(Sortert(en.Personer()), Sortert(delt));
    }

    [Fact]
    public async Task Lines_are_the_documents_in_order()
    {
        var valg = new Befolkningsvalg(4500, "linjer");
        using var fil = new MemoryStream();
        await Contracts.Befolkning.SkrivAsync(valg, fil);

        var ventet = new MemoryStream();
        foreach (var dokument in Folkemengde.Planlegg(valg, 2).Personer())
        {
            ventet.Write(dokument.Span);
            ventet.WriteByte((byte)'\n');
        }

        Assert.True(ventet.ToArray().AsSpan().SequenceEqual(fil.ToArray()));
    }

    [Fact]
    public void Another_seed_gives_other_persons() =>
        Assert.NotEqual(
            Sum(Folkemengde.Planlegg(new Befolkningsvalg(500, "a"), 2).Personer()),
            Sum(Folkemengde.Planlegg(new Befolkningsvalg(500, "b"), 2).Personer()));

    [Theory]
    [InlineData(137)]
    [InlineData(140)]
    [InlineData(1999)]
    [InlineData(3000)]
    [InlineData(4001)]
    public void There_are_exactly_as_many_documents_as_asked_for(int antall) =>
        Assert.Equal(antall, Folkemengde.Planlegg(new Befolkningsvalg(antall, "antall"), 2).Personer().Count());

    [Fact]
    public void A_size_without_room_for_the_fixed_identities_is_refused_with_the_number_that_is_needed()
    {
        var feil = Assert.Throws<ArgumentException>(() => Folkemengde.Planlegg(new Befolkningsvalg(20, "liten"), 1));

        Assert.Contains("at least 137", feil.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_date_outside_the_lists_is_refused() =>
        Assert.Throws<ArgumentException>(() => Folkemengde.Planlegg(new Befolkningsvalg(500, "gammel", new(1999, 1, 1)), 1));

    private static string Sum(IEnumerable<ReadOnlyMemory<byte>> dokumenter)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var dokument in dokumenter)
            sum.AppendData(dokument.Span);
        return Convert.ToHexString(sum.GetHashAndReset());
    }

    private static string[] Sortert(IEnumerable<ReadOnlyMemory<byte>> dokumenter) =>
        [.. dokumenter.Select(dokument => Convert.ToHexString(SHA256.HashData(dokument.Span))).Order(StringComparer.Ordinal)];
}
