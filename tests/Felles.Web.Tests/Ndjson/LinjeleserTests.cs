using System.IO.Pipelines;
using System.Text;
using Felles.Web.Ndjson;

namespace Felles.Web.Tests.Ndjson;

public sealed class LinjeleserTests
{
    private const int LengsteLinje = 256 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(70_000)]
    public async Task Lines_are_the_same_however_the_bytes_arrive(int bit)
    {
        var lang = new string('x', LengsteLinje + 1);
        var akkurat = new string('y', LengsteLinje);
        var fil = $"\uFEFFen\r\n\n  \nto\n{lang}\n{akkurat}\ntre";

        List<(int, string?)> lest = [];
        await foreach (var (nr, innhold) in LesAsync(new Dryppstroem(Encoding.UTF8.GetBytes(fil), bit)))
            lest.Add((nr, innhold is { } linje ? Encoding.UTF8.GetString(linje.Span) : null));

        Assert.Equal([(1, "en"), (4, "to"), (5, null), (6, akkurat), (7, "tre")], lest);
    }

    [Fact]
    public async Task A_stream_without_bytes_has_no_lines()
    {
        await foreach (var _ in LesAsync(Stream.Null)) Assert.Fail("There is no line.");
    }

    private static IAsyncEnumerable<(int Nr, ReadOnlyMemory<byte>? Innhold)> LesAsync(Stream stream) =>
        Linjeleser.LesAsync(PipeReader.Create(stream), LengsteLinje, TestContext.Current.CancellationToken);

    /// <summary>Gives a few bytes at a time, as a slow sender does.</summary>
    private sealed class Dryppstroem(byte[] innhold, int bit) : MemoryStream(innhold)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(bit, buffer.Length)], cancellationToken);
    }
}
