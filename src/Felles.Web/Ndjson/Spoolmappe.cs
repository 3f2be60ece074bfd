using Felles.Storage;
using Microsoft.Extensions.Options;

namespace Felles.Web.Ndjson;

/// <summary>
/// Where imports are laid aside: below the data folder, which is made for data. The system's folder for temporary files is on many machines
/// memory, and a register is gigabytes.
/// </summary>
public sealed class Spoolmappe(IOptions<FellesOptions> options) : IStartupStep
{
    public const string Navn = "import";

    private readonly DirectoryInfo mappe = new(Path.Combine(options.Value.DataDirectory, Navn));

    public int Order => 0;

    /// <exception cref="SpoolException">The file cannot be made.</exception>
    public Spool Ny()
    {
        var valg = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 1024 * 1024,
            Options = FileOptions.SequentialScan,
        };
        if (OperatingSystem.IsWindows())
            valg.Options |= FileOptions.DeleteOnClose;
        else
            valg.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            mappe.Create();
            var fil = new FileStream(Path.Combine(mappe.FullName, Path.GetRandomFileName()), valg);
            try
            {
                // The name goes at once where the system lets an open file lose it: then nothing is left behind however the program ends.
                if (!OperatingSystem.IsWindows())
                    File.Delete(fil.Name);
                return new Spool(fil);
            }
            catch
            {
                fil.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException(e);
        }
    }

    /// <summary>Removes what a killed program left behind. A file that another host has open is left to it.</summary>
    public Task RunAsync(CancellationToken ct)
    {
        foreach (var fil in mappe.Exists ? mappe.EnumerateFiles() : [])
        {
            try
            {
                fil.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use on a system that lets nobody remove an open file; the next start tries again.
            }
        }

        return Task.CompletedTask;
    }
}
