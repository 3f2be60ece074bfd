using System.Text;

namespace Felles.Testing.Filer;

/// <summary>
/// A checked-in file that says what the program answers. With <c>FELLES_REWRITE=1</c> in the environment the file is written anew instead
/// of compared; look at the difference before it is committed.
/// </summary>
public static class Fasit
{
    /// <summary>The repository's folder.</summary>
    public static string Rot { get; } = FinnRot();

    /// <param name="sti">Below the repository's folder.</param>
    /// <param name="svar">What the program says now.</param>
    public static void Sammenlign(string sti, string svar)
    {
        var fil = Path.Combine(Rot, sti);
        if (Environment.GetEnvironmentVariable("FELLES_REWRITE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fil)!);
            File.WriteAllText(fil, svar, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        var ventet = File.Exists(fil) ? File.ReadAllText(fil).ReplaceLineEndings("\n") : "";
        if (Forskjell(ventet, svar) is { } forskjell)
            throw new InvalidOperationException(
                $"{sti} does not say what the program says (FELLES_REWRITE=1 writes it anew).\n{forskjell}");
    }

    /// <summary>The first line that differs, with its number; null when the texts are equal.</summary>
    public static string? Forskjell(string ventet, string svar)
    {
        if (ventet == svar)
            return null;
        var (a, b) = (ventet.Split('\n'), svar.Split('\n'));
        var linje = a.Zip(b).TakeWhile(par => par.First == par.Second).Count();
        return $"line {linje + 1}\n- {a.ElementAtOrDefault(linje)}\n+ {b.ElementAtOrDefault(linje)}";
    }

    private static string FinnRot()
    {
        var mappe = new DirectoryInfo(AppContext.BaseDirectory);
        while (mappe is not null && !File.Exists(Path.Combine(mappe.FullName, "Felles.slnx")))
            mappe = mappe.Parent;
        return mappe?.FullName ?? throw new InvalidOperationException("The tests do not lie below the repository.");
    }
}
