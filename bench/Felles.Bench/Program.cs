using Felles.Bench.Motstykker;

switch (args)
{
    case ["bare-kestrel", var url, var file]:
        await BareKestrel.RunAsync(url, file);
        return 0;
    case ["bare-npgsql", var url, var connectionString]:
        await BareNpgsql.RunAsync(url, connectionString);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Felles.Bench -- SCENARIO");
        return 2;
}
