using System.IO.Pipelines;
using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Web.Ndjson;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Import;

/// <summary>
/// A file that is larger than the memory it may take, made while it is read. Alone: what other tests hold in the same process would be
/// measured too.
/// </summary>
[Collection(Alene)]
[CollectionDefinition(Alene, DisableParallelization = true)]
public sealed class StorfilTests
{
    private const string Alene = "alene";
    private const int Personer = 3000;
    private const long StoersteVekst = 100L * 1024 * 1024;

    [Fact]
    public async Task A_file_of_300_MB_is_taken_in_memory_that_does_not_grow_with_it()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        var register = vert.Tjenester.GetRequiredService<Personregister>();
        var maaling = new Maaling();
        var fil = new Filstroem(maaling);
        var svar = await register.ImporterAsync(PipeReader.Create(fil), maaling, TestContext.Current.CancellationToken);
        Assert.Equal(new Personimportsvar.Tatt(Personer, Personer, 0, 0), svar);
        Assert.True(fil.Levert > 300_000_000, $"The file had {fil.Levert} bytes only.");
        Assert.Equal(new Importframdrift(Importsteg.Lagrer, Personer, Personer), maaling.Siste);
        Assert.True(maaling.Antall > 20);
        Assert.InRange(maaling.Vekst, long.MinValue, StoersteVekst);
    }

    /// <summary>What is alive, after a collection, while the file is read and while it is stored.</summary>
    private sealed class Maaling : IProgress<Importframdrift>
    {
        private readonly long foer = GC.GetTotalMemory(forceFullCollection: true);

        public int Antall { get; private set; }

        public long Vekst { get; private set; }

        public Importframdrift Siste { get; private set; }

        public void Report(Importframdrift value)
        {
            Siste = value;
            if (value.Steg == Importsteg.Lagrer)
                Maal();
        }

        public void Maal()
        {
            Antall++;
            Vekst = Math.Max(Vekst, GC.GetTotalMemory(forceFullCollection: true) - foer);
        }
    }

    private sealed class Filstroem(Maaling maaling) : Stream
    {
        private readonly string mal = Mal();
        private byte[] linje = [];
        private int lest;
        private int nr;

        public long Levert { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (lest == linje.Length && !Neste())
                return new(0);
            var antall = Math.Min(buffer.Length, linje.Length - lest);
            linje.AsMemory(lest, antall).CopyTo(buffer);
            lest += antall;
            Levert += antall;
            return new(antall);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private bool Neste()
        {
            if (nr == Personer)
                return false;
            if (nr % 250 == 0)
                maaling.Maal();
            linje = Encoding.UTF8.GetBytes(
                mal.Replace(Personbygger.Nummer(0).ToWire(), Personbygger.Nummer(nr++).ToWire(), StringComparison.Ordinal));
            lest = 0;
            return true;
        }

        /// <summary>One person with a long history: fewer and larger documents say the same of memory in less time.</summary>
        private static string Mal()
        {
            const string Slutt = """],"bostedsadresse":""";
            const string Tidligere =
                """,{"erGjeldende":false,"kilde":"KILDE_DSF","gyldighetstidspunkt":"2021-05-02T00:00:00+02:00","fornavn":"TIDLIGERE","etternavn":"NAVN"}""";
            var mal = new Personbygger(Personbygger.Nummer(0)).Json();
            return mal.Replace(Slutt, string.Concat(Enumerable.Repeat(Tidligere, 750)) + Slutt, StringComparison.Ordinal) + "\n";
        }
    }
}
