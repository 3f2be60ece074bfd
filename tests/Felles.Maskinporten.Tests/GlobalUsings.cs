global using Felles.Web.Token;
global using Microsoft.AspNetCore.Http;
