namespace Felles.Cli.Register;

/// <summary>A file of that name is always whole: it is written beside and moved into place, so a broken run leaves the old one. It holds
/// persons, so only its owner may read it.</summary>
internal static class Filskriving
{
    internal static async Task<T> SkrivAsync<T>(FileInfo fil, Func<Stream, Task<T>> skriv)
    {
        var uferdig = fil.FullName + ".part";
        try
        {
            T resultat;
            var valg = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = 128 * 1024,
                Options = FileOptions.Asynchronous,
            };
            if (!OperatingSystem.IsWindows())
                valg.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var strom = new FileStream(uferdig, valg))
                resultat = await skriv(strom);
            File.Move(uferdig, fil.FullName, overwrite: true);
            return resultat;
        }
        catch when (File.Exists(uferdig))
        {
            File.Delete(uferdig);
            throw;
        }
    }
}
