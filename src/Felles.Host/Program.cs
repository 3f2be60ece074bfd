using Felles.Host;

await FellesApp.Create(args).RunAsync();
