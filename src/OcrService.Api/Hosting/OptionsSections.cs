namespace OcrService.Api.Hosting;

internal static class OptionsSections
{
    /// <summary>Binds the options class to its section and checks it when the service starts, never in the middle of a request.</summary>
    public static void AddOptionsSection<T>(this WebApplicationBuilder builder, string section)
        where T : class =>
        builder.Services.AddOptions<T>()
            .Bind(builder.Configuration.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
}
