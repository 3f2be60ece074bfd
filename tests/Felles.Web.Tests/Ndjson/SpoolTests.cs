using Felles.Storage;
using Felles.Web.Ndjson;
using Microsoft.Extensions.Options;

namespace Felles.Web.Tests.Ndjson;

public sealed class SpoolTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("felles-spool-");

    private string Mappe => Path.Combine(data.FullName, Spoolmappe.Navn);

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public void What_is_laid_aside_comes_back_as_often_as_asked_for()
    {
        using var spool = Ny().Ny();
        spool.Legg(1, "a"u8, "x"u8);
        spool.Legg(7, new byte[3_000_000]);
        for (var i = 0; i < 2; i++)
        {
            var lest = spool.Les().ToArray();
            Assert.Equal([(1, 1, 1), (7, 3_000_000, 0)], lest.Select(p => (p.Linje, p.Dokument.Length, p.Tillegg.Length)));
            Assert.Equal("a"u8, lest[0].Dokument);
        }

        Assert.Equal(2, spool.Antall);
    }

    [Fact]
    public void An_open_spool_has_no_name_that_a_killed_program_could_leave_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows removes the file when it is closed.");
        using var spool = Ny().Ny();
        spool.Legg(1, "person"u8);
        Assert.Empty(Directory.GetFiles(Mappe));
        Assert.Single(spool.Les());
    }

    [Fact]
    public async Task What_a_killed_program_left_is_gone_after_the_next_start_and_other_files_stand()
    {
        Directory.CreateDirectory(Mappe);
        await File.WriteAllTextAsync(Path.Combine(Mappe, "rest.tmp"), "person", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "felles.db"), "data", TestContext.Current.CancellationToken);
        await Ny().RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetFiles(Mappe));
        Assert.Single(Directory.GetFiles(data.FullName));
    }

    [Fact]
    public void A_disk_without_room_is_told_as_such_while_writing_and_before_reading()
    {
        using (var spool = new Spool(new Fulldisk(kapasitet: 40)))
        {
            spool.Legg(1, new byte[20]);
            Assert.Throws<SpoolException>(() => spool.Legg(2, new byte[20]));
        }

        using var bufret = new Spool(new BufferedStream(new Fulldisk(kapasitet: 40), 1000));
        bufret.Legg(1, new byte[100]);
        Assert.Throws<SpoolException>(() => bufret.Les().ToArray());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_as_such()
    {
        File.WriteAllText(Mappe, "in the way");
        Assert.Throws<SpoolException>(() => Ny().Ny());
    }

    private Spoolmappe Ny() => new(Options.Create(new FellesOptions { DataDirectory = data.FullName }));

    private sealed class Fulldisk(int kapasitet) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > kapasitet)
                throw new IOException("No space left on device");
            base.Write(buffer, offset, count);
        }
    }
}
