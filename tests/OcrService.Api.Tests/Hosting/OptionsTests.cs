using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OcrService.Api.Hosting;
using OcrService.Api.Intake;

namespace OcrService.Api.Tests.Hosting;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Server:ShutdownTimeout", "01:00:00", "ShutdownTimeout")]
    [InlineData("Server:MaxBodyBytes", "5", "MaxBodyBytes")]
    [InlineData("UrlFetch:AllowedNetworks:0", "10.0.0.1", "10.0.0.1")]
    [InlineData("UrlFetch:MaxRedirects", "-1", "MaxRedirects")]
    [InlineData("ImageIntake:MaxBase64Chars", "0", "MaxBase64Chars")]
    [InlineData("UrlFetch:TimeOuts", "00:00:01", "TimeOuts")]
    public void A_bad_or_misspelled_setting_is_a_failed_start_that_names_it(string key, string value, string named)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration[key] = value;
        builder.AddServer();
        builder.AddImageIntake();

        Should.Throw<Exception>(() =>
        {
            using WebApplication app = builder.Build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        }).ToString().ShouldContain(named);
    }
}
