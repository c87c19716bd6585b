using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OcrService.Accounts.Metering;
using OcrService.Api.Tests.Support;
using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition;

namespace OcrService.Api.Tests.Browser;

/// <summary>The console as people use it, one test for each flow. Screenshots lie beside the tests, to be looked at.</summary>
public sealed class ConsoleTests : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "screenshots");

    private readonly Chromium _chromium;
    private readonly Service _service = Service.OnPort(("Pricing:FreeCallsPerMonth", "1"), ("Pricing:Tiers:0:PricePerThousand", "2"));
    private readonly List<string> _complaints = [];
    private IPage _page = null!;

    public ConsoleTests(Chromium chromium)
    {
        _chromium = chromium;
        _service.Recognizer.Read = (image, _) => Pages.Of(
            image,
            Pages.Line("SAMPLE SHOP", 0.996f, Box(20, 30, 262, 62)),
            Pages.Line("Open 9 to 5", 0.82f, Box(20, 90, 223, 128)));
    }

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        if (Chromium.WhyNot is not null)
            return;

        _page = await _chromium.OpenAsync();
        _page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        _page.PageError += (_, error) => _complaints.Add(error);
    }

    public async Task DisposeAsync()
    {
        if (_page is not null)
            await _page.CloseAsync();
        await _service.DisposeAsync();
    }

    [BrowserFact]
    public async Task Signing_in_takes_the_right_password_and_the_project_is_chosen()
    {
        await GoAsync("console");
        await _page.GetByLabel("User").FillAsync(TestAccount.User);
        await _page.GetByLabel("Password").FillAsync("wrong password");
        await _page.GetByLabel("Account (domain)").FillAsync(TestAccount.Domain);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("User, password or account is wrong");
        await ShootAsync("sign-in");

        await _page.GetByLabel("Password").FillAsync(TestAccount.Password);
        await _page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Try it" })).ToBeVisibleAsync();
        await Assertions.Expect(_page.GetByLabel("Project")).ToHaveValueAsync(TestAccount.ProjectId);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        (await _page.EvaluateAsync<int>("sessionStorage.length")).ShouldBe(0);
        _complaints.ShouldAllBe(c => c.Contains("401", StringComparison.Ordinal), "the browser tells of the refused sign-in, and of nothing else");
    }

    [BrowserFact]
    public async Task The_specimen_is_read_outlined_and_told_as_code()
    {
        await SignInAsync();
        await _page.GetByLabel("API").SelectOptionAsync("web-image");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Use the built-in specimen" }).ClickAsync();
        await _page.Locator("input[name=detect_direction]").CheckAsync();
        await _page.Locator("#read").ClickAsync();

        await Assertions.Expect(_page.Locator("table")).ToContainTextAsync("SAMPLE SHOP");
        _service.Recognizer.LastPlan!.DetectDirection.ShouldBeTrue();
        await Assertions.Expect(_page.Locator("td .good")).ToHaveTextAsync("99.6%");
        await Assertions.Expect(_page.Locator("td .fair")).ToHaveTextAsync("82.0%");

        // Row and outline know each other.
        ILocator row = _page.Locator("tbody tr").First, outline = _page.Locator("polygon").First;
        await row.HoverAsync();
        await Assertions.Expect(outline).ToHaveClassAsync("hot");
        await ShootAsync("try");
        await outline.HoverAsync();
        await Assertions.Expect(row).ToHaveClassAsync("hot");

        await Assertions.Expect(_page.Locator("pre")).ToContainTextAsync("\"words_block_count\": 2");
        foreach ((string tab, string text) in new[] { ("curl", "curl -sS http"), ("Python", "client.recognize_web_image("), ("C#", "new RecognizeWebImageRequest"), ("Java", "withDetectDirection(true)") })
        {
            await _page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
            await Assertions.Expect(_page.Locator("pre")).ToContainTextAsync(text);
        }

        _complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Outlines_stay_on_their_words_at_any_zoom()
    {
        await ReadSpecimenAsync();
        foreach (string zoom in new[] { "100", "275", "600" })
        {
            await _page.Locator(".zoom input").FillAsync(zoom);
            double[] places = await _page.EvaluateAsync<double[]>(
                "() => { const i = document.querySelector('.stage img').getBoundingClientRect(), p = document.querySelector('polygon').getBoundingClientRect();"
                + " const n = document.querySelector('.stage img'); return [(p.left - i.left) / i.width * n.naturalWidth, (p.top - i.top) / i.height * n.naturalHeight, p.width / i.width * n.naturalWidth]; }");
            places[0].ShouldBe(20, 1.5);
            places[1].ShouldBe(30, 1.5);
            places[2].ShouldBe(242, 3);
        }
    }

    [BrowserFact]
    public async Task A_refusal_is_explained_by_its_code()
    {
        _service.Recognizer.Read = (_, _) => Task.FromResult<Outcome<Page>>(RecognitionFaults.Busy);
        await SignInAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Use the built-in specimen" }).ClickAsync();
        await _page.Locator("#read").ClickAsync();

        ILocator alert = _page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("ModelArts.4401 Max concurrency error.");
        await Assertions.Expect(alert).ToContainTextAsync("All workers are busy.");
        await Assertions.Expect(alert).ToContainTextAsync("X-Request-Id");
    }

    [BrowserFact]
    public async Task A_large_photo_leaves_the_page_responsive()
    {
        // Two thousand outlines on 4000 x 3000 pixels.
        _service.Recognizer.Read = (image, _) => Pages.Of(
            image, [.. Enumerable.Range(0, 2000).Select(i => Pages.Line("word " + i, 0.9f, Box(i % 50 * 80, i / 50 * 70, (i % 50 * 80) + 70, (i / 50 * 70) + 40)))]);
        await SignInAsync();
        await _page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = Photo(4000, 3000) });
        await _page.Locator("#read").ClickAsync();
        await Assertions.Expect(_page.Locator("polygon")).ToHaveCountAsync(2000);

        // The time the page needs to answer to a hover, measured in the page.
        double milliseconds = await _page.EvaluateAsync<double>(
            "async () => { const t = performance.now(); for (const r of [...document.querySelectorAll('tbody tr')].slice(0, 20)) r.dispatchEvent(new PointerEvent('pointerenter'));"
            + " await new Promise(requestAnimationFrame); return (performance.now() - t) / 20; }");
        milliseconds.ShouldBeLessThan(100);
    }

    [BrowserFact]
    public async Task Usage_shows_calls_packages_and_what_they_cost()
    {
        await _service.JsonAsync(HttpMethod.Post, AccountCalls.Path("packages"), new JsonObject { ["api"] = "*", ["quota"] = 1, ["period"] = "month", ["price"] = 5 });
        await ReadSpecimenAsync(times: 3);
        await _service.Services.GetRequiredService<UsageMeter>().FlushAsync(CancellationToken.None);
        await _page.GetByRole(AriaRole.Link, new() { Name = "Usage" }).ClickAsync();

        await Assertions.Expect(_page.Locator(".figures")).ToContainTextAsync("$0.002");
        await Assertions.Expect(_page.Locator(".chart rect")).ToHaveCountAsync(1);
        await Assertions.Expect(_page.Locator("meter")).ToHaveAttributeAsync("value", "1");
        await Assertions.Expect(_page.GetByText("Total: $5.002")).ToBeVisibleAsync();
        await _page.GetByLabel("Calls a month").FillAsync("2001");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        await Assertions.Expect(_page.GetByText("1 free, 0 by package, 2,000 pay-per-use: $4.00")).ToBeVisibleAsync();
        IDownload csv = await _page.RunAndWaitForDownloadAsync(() => _page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }).ClickAsync());
        csv.SuggestedFilename.ShouldStartWith("statement-");
        await ShootAsync("usage");
        _complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Keys_users_and_projects_are_managed()
    {
        await SignInAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "Access" }).ClickAsync();
        ILocator keys = SectionOf("Access keys");
        await keys.GetByRole(AriaRole.Button, new() { Name = "New key" }).ClickAsync();
        await Assertions.Expect(keys.Locator(".secret")).ToContainTextAsync("Secret key: ");
        ILocator key = keys.GetByRole(AriaRole.Row, new() { Name = TestAccount.AccessKey });
        await key.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        await Assertions.Expect(key).ToContainTextAsync("disabled");

        ILocator users = SectionOf("Users");
        await users.GetByLabel("User").FillAsync("reader");
        await users.GetByLabel("Password").FillAsync("a long password");
        await users.GetByLabel("Role").SelectOptionAsync("read_only");
        await users.GetByRole(AriaRole.Button, new() { Name = "New user" }).ClickAsync();
        await Assertions.Expect(users.GetByRole(AriaRole.Row, new() { Name = "reader" })).ToContainTextAsync("may look");
        await ShootAsync("access");

        // What a reader sees is what he may do.
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SignInAsync("reader", "a long password");
        await Assertions.Expect(_page.GetByText("Your role may look, but not call the APIs.")).ToBeVisibleAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "Access" }).ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Projects" })).ToBeVisibleAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Users" })).ToHaveCountAsync(0);
        _complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task It_speaks_Chinese_and_fits_a_phone_in_the_dark()
    {
        IPage phone = await _chromium.OpenAsync(390, 800, isDark: true);
        _page = phone;
        await SignInAsync();
        await _page.GetByLabel("Language").SelectOptionAsync("zh");
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "在线体验" })).ToBeVisibleAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "使用内置样例" }).ClickAsync();
        await _page.Locator("#read").ClickAsync();
        await Assertions.Expect(_page.Locator("table")).ToContainTextAsync("SAMPLE SHOP");

        (await _page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("no sideways scrolling");
        (await _page.GetAttributeAsync("html", "lang")).ShouldBe("zh");
        await ShootAsync("phone");
    }

    [BrowserFact]
    public async Task Nothing_foreign_gets_into_the_page()
    {
        await SignInAsync();
        string? policy = await _page.EvaluateAsync<string?>(
            "() => new Promise(done => { document.addEventListener('securitypolicyviolation', e => done(e.violatedDirective));"
            + " const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.head.append(s); setTimeout(() => done(null), 2000); })");

        policy.ShouldNotBeNull().ShouldStartWith("script-src");
        (await _page.EvaluateAsync<bool>("'hacked' in window")).ShouldBeFalse();
    }

    private ILocator SectionOf(string heading) => _page.Locator("section", new() { Has = _page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }) });

    private static Quad Box(float left, float top, float right, float bottom) => new(new(left, top), new(right, top), new(right, bottom), new(left, bottom));

    private static byte[] Photo(int width, int height)
    {
        using var bitmap = new SkiaSharp.SKBitmap(width, height, SkiaSharp.SKColorType.Gray8, SkiaSharp.SKAlphaType.Opaque);
        bitmap.Erase(SkiaSharp.SKColors.LightGray);
        using SkiaSharp.SKData png = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private async Task GoAsync(string path) => await _page.GotoAsync(new Uri(_service.ClientOptions.BaseAddress, path).ToString());

    private async Task SignInAsync(string user = TestAccount.User, string password = TestAccount.Password)
    {
        await GoAsync("console");
        await _page.Locator("input[name=user]").FillAsync(user);
        await _page.Locator("input[name=password]").FillAsync(password);
        await _page.Locator("input[name=domain]").FillAsync(TestAccount.Domain);
        await _page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(_page.Locator("#read")).ToBeVisibleAsync();
        await Assertions.Expect(_page.Locator("#api option")).Not.ToHaveCountAsync(0);
    }

    private async Task ReadSpecimenAsync(int times = 1)
    {
        await SignInAsync();
        await _page.GetByLabel("API").SelectOptionAsync("web-image");
        await _page.Locator("#specimen").ClickAsync();
        for (int i = 0; i < times; i++)
        {
            await _page.Locator("#read").ClickAsync();
            await Assertions.Expect(_page.Locator("table")).ToContainTextAsync("SAMPLE SHOP");
            await Assertions.Expect(_page.Locator("#read")).ToHaveTextAsync("Read");
        }
    }

    private Task<byte[]> ShootAsync(string name) => _page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{name}.png")),
        FullPage = true,
    });
}
