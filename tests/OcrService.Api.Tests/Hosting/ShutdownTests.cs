using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_request_in_flight_is_answered_although_the_service_stops()
    {
        var stopping = new TaskCompletionSource();
        using Service service = Service.OnPort(("Server:ShutdownTimeout", "00:00:20"));
        service.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        service.Recognizer.Read = async (image, _) =>
        {
            started.SetResult();
            await finish.Task;
            return await Support.Pages.Empty(image);
        };
        Task<Answer> call = service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}"}""");
        await started.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Task stop = service.Services.GetRequiredService<IHost>().StopAsync();
        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(10));
        stop.IsCompleted.ShouldBeFalse();
        finish.SetResult();

        (await call.WaitAsync(TimeSpan.FromSeconds(10))).Status.ShouldBe(200);
        await stop.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void How_long_it_waits_is_configured()
    {
        using var service = new Service(("Server:ShutdownTimeout", "00:00:07"));

        service.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout.ShouldBe(TimeSpan.FromSeconds(7));
    }
}
