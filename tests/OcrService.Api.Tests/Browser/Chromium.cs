using Microsoft.Playwright;

namespace OcrService.Api.Tests.Browser;

/// <summary>The distribution's Chromium, without anything that would call home; its package drives it without a download.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Path = Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser"], File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? WhyNot => Path is null ? "Chromium is not installed (apt-get install chromium)." : null;

    public async Task InitializeAsync()
    {
        if (Path is null)
            return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    internal Task<IPage> OpenAsync(int width = 1280, int height = 900, bool isDark = false) => _browser!.NewPageAsync(new BrowserNewPageOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = height },
        ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = "en-US",
    });
}

/// <summary>A test that is skipped, and says so, without a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyNot;
}
