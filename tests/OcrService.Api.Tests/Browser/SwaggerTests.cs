using Microsoft.Playwright;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Browser;

/// <summary>The API document's page: sign in on it, press "Execute", get an answer.</summary>
public sealed class SwaggerTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly Service _service = Service.OnPort();

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await _service.DisposeAsync();

    [BrowserFact]
    public async Task An_example_is_executed_with_the_token_of_the_page()
    {
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(_service.ClientOptions.BaseAddress, "swagger/index.html").ToString());
        await page.Locator("button.authorize").First.ClickAsync();
        foreach (string scheme in new[] { "X-Auth-Token", "Authorization" })
            await Assertions.Expect(page.Locator(".modal-ux")).ToContainTextAsync(scheme);
        await page.Locator(".modal-ux input").First.FillAsync(TestAccount.Get().Token);
        await page.Locator(".modal-ux button.authorize").First.ClickAsync();
        await page.Locator(".modal-ux button.btn-done").First.ClickAsync();

        ILocator operation = page.Locator(".opblock", new() { HasText = "/ocr/web-image" });
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await Assertions.Expect(operation.Locator(".live-responses-table .response-col_status").Nth(1)).ToContainTextAsync("200");
        await Assertions.Expect(operation.Locator(".live-responses-table")).ToContainTextAsync("words_block_count");
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task The_second_document_groups_the_accounts()
    {
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(_service.ClientOptions.BaseAddress, "swagger/index.html?urls.primaryName=Accounts").ToString());

        foreach (string group in new[] { "IAM", "Usage", "Billing", "Access keys", "Users", "Projects", "Operation" })
            await Assertions.Expect(page.Locator(".opblock-tag", new() { HasTextString = group }).First).ToBeVisibleAsync();
        await page.CloseAsync();
    }
}
