using System.Text;
using Felles.Enhetsregister.Import;

namespace Felles.Enhetsregister.Tests.Import;

public sealed class LinjeleserTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(70_000)]
    public async Task Lines_are_the_same_however_the_bytes_arrive(int bit)
    {
        var lang = new string('x', Linjeleser.LengsteLinje + 1);
        var akkurat = new string('y', Linjeleser.LengsteLinje);
        var fil = $"\uFEFFen\r\n\n  \nto\n{lang}\n{akkurat}\ntre";

        List<(int, string?)> lest = [];
        await foreach (var (nr, innhold) in Linjeleser.LesAsync(new Dryppstroem(Encoding.UTF8.GetBytes(fil), bit), default))
            lest.Add((nr, innhold is { } linje ? Encoding.UTF8.GetString(linje.Span).TrimEnd('\r') : null));

        Assert.Equal([(1, "en"), (4, "to"), (5, null), (6, akkurat), (7, "tre")], lest);
    }

    [Fact]
    public async Task A_stream_without_bytes_has_no_lines()
    {
        await foreach (var _ in Linjeleser.LesAsync(Stream.Null, default)) Assert.Fail("There is no line.");
    }

    /// <summary>Gives a few bytes at a time, as a slow sender does.</summary>
    private sealed class Dryppstroem(byte[] innhold, int bit) : MemoryStream(innhold)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(bit, buffer.Length)], cancellationToken);
    }
}
