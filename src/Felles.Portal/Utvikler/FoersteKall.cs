namespace Felles.Portal.Utvikler;

/// <summary>The call that works when pasted: a token for the sandbox municipality, and a person who is in every population.</summary>
public static class FoersteKall
{
    private const string Person = "24907999374";

    public static string Curl(string publicUrl) =>
        $"curl -H \"Authorization: Bearer $(curl -s {publicUrl}/sandkasse/token/kommune)\" "
        + $"{publicUrl}/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/{Person}";
}
