using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OcrService.Api.Intake;
using OcrService.Api.Tests.Support;
using OcrService.Documents;

namespace OcrService.Api.Tests.Intake;

public sealed class UrlFetcherTests
{
    private const string PublicAddress = "93.184.216.34";

    private static readonly byte[] File = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData("")]
    [InlineData("picture.png")]
    [InlineData("/picture.png")]
    [InlineData("//files.test/a.png")]
    [InlineData("ftp://files.test/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://files.test/")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("http://")]
    [InlineData("http:///a.png")]
    [InlineData("http://user@files.test/a.png")]
    [InlineData("http://user:secret@files.test/a.png")]
    [InlineData("http://files.test/a b.png")]
    [InlineData(" http://files.test/a.png")]
    [InlineData("http://files.test/a\r\nX: y")]
    [InlineData("http://files.test/图.png")]
    [InlineData("http://files.test:99999/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://①②⑦.0.0.1/")]
    [InlineData("http://files.test@127.0.0.1/")]
    [InlineData("http://127.0.0.1\\@files.test/\t")]
    public async Task Malformed_urls_are_refused_without_a_look_up(string url)
    {
        var network = new FakeNetwork();

        (await FetchAsync(network, url)).Fault.ShouldBe(UrlFaults.Malformed);
        network.Dialled.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AddressRulesTests.Forbidden), MemberType = typeof(AddressRulesTests))]
    public async Task A_name_that_leads_to_a_forbidden_address_is_not_dialled(string address)
    {
        FakeNetwork network = new FakeNetwork().Name("files.test", [address]);

        (await FetchAsync(network, "http://files.test/a.png")).Fault.ShouldBe(UrlFaults.Forbidden);
        network.Dialled.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://127.0.1/")]
    [InlineData("http://127.0.0.1:22/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1%251]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    public async Task Literal_addresses_in_any_spelling_are_not_dialled(string url)
    {
        var network = new FakeNetwork();

        (await FetchAsync(network, url)).Fault.ShouldBe(UrlFaults.Forbidden);
        network.Dialled.ShouldBeEmpty();
    }

    /// <summary>What is no literal address is a name, and its addresses are judged like any other's.</summary>
    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost.")]
    [InlineData("metadata.google.internal.")]
    [InlineData("LOCALHOST")]
    public async Task Names_of_this_machine_are_not_dialled(string name)
    {
        FakeNetwork network = new FakeNetwork().Name(name, ["127.0.0.1", "::1"]);

        (await FetchAsync(network, $"http://{name}/a.png")).Fault.ShouldBe(UrlFaults.Forbidden);
        network.Dialled.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_several_addresses_only_the_permitted_ones_are_dialled()
    {
        FakeNetwork network = new FakeNetwork().Name("files.test", ["10.0.0.1", PublicAddress, "127.0.0.1", "::1"]);

        (await FetchAsync(network, "http://files.test:8080/a.png")).Fault.ShouldBe(UrlFaults.Failed);
        network.Dialled.ShouldBe([new IPEndPoint(IPAddress.Parse(PublicAddress), 8080)]);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_gains_nothing()
    {
        await using FileServer server = await FileServer.StartAsync(Redirect("http://files.test/again"));
        FakeNetwork network = new FakeNetwork().Name("files.test", [PublicAddress], ["127.0.0.1"]).LeadTo(server.Port);

        // The first answer is dialled as it was judged, and every connection is judged anew.
        Outcome<ReadOnlyMemory<byte>> outcome = await FetchAsync(network, "http://files.test/a.png", o => o.MaxRedirects = 5);

        outcome.Fault.ShouldBe(UrlFaults.Forbidden);
        network.Dialled.ShouldAllBe(e => e.Address.Equals(IPAddress.Parse(PublicAddress)));
        network.Dialled.Count.ShouldBe(1);

        RequestDelegate Redirect(string location) => context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };
    }

    [Theory]
    [InlineData("http://10.0.0.1/secret")]
    [InlineData("http://inside.test/secret")]
    [InlineData("ftp://files.test/a.png")]
    [InlineData("http://user:x@files.test/a.png")]
    public async Task A_redirect_to_a_forbidden_place_is_not_followed(string location)
    {
        await using FileServer server = await FileServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        FakeNetwork network = new FakeNetwork().Name("files.test", [PublicAddress]).Name("inside.test", ["192.168.1.1"]).LeadTo(server.Port);

        (await FetchAsync(network, "http://files.test/a.png")).Fault.ShouldBe(UrlFaults.Forbidden);
        network.Dialled.ShouldHaveSingleItem().Address.ShouldBe(IPAddress.Parse(PublicAddress));
    }

    [Fact]
    public async Task A_file_is_fetched_through_redirects_from_an_allowed_network()
    {
        List<string?> seen = [];
        await using FileServer server = await FileServer.StartAsync(async context =>
        {
            lock (seen)
                seen.Add(context.Request.Path);

            if (context.Request.Path != "/c.png")
            {
                context.Response.StatusCode = 301;
                context.Response.Headers.Location = context.Request.Path == "/a.png" ? "/b.png" : "c.png?x=%E5%9B%BE";
                context.Response.Headers.SetCookie = "a=b";
                return;
            }

            context.Request.Headers.Cookie.ShouldBeEmpty();
            context.Request.Headers.ContainsKey("traceparent").ShouldBeFalse();
            await context.Response.Body.WriteAsync(File);
        });
        using UrlFetcher fetcher = Fetcher(new SystemNetwork(), o => o.AllowedNetworks.Add("127.0.0.0/8"));

        Outcome<ReadOnlyMemory<byte>> outcome = await fetcher.FetchAsync($"http://127.0.0.1:{server.Port}/a.png", CancellationToken.None);

        outcome.Value.ToArray().ShouldBe(File);
        seen.ShouldBe(["/a.png", "/b.png", "/c.png"]);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Redirects_are_limited(int limit, bool succeeds)
    {
        await using FileServer server = await FileServer.StartAsync(async context =>
        {
            int step = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (step < 3)
            {
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = $"/{step + 1}";
                return;
            }

            await context.Response.Body.WriteAsync(File);
        });

        Outcome<ReadOnlyMemory<byte>> outcome = await FetchAsync(At(server), "http://files.test/0", o => o.MaxRedirects = limit);

        outcome.Fault.ShouldBe(succeeds ? null : UrlFaults.TooManyRedirects);
    }

    [Fact]
    public async Task A_redirect_loop_ends()
    {
        int calls = 0;
        await using FileServer server = await FileServer.StartAsync(context =>
        {
            Interlocked.Increment(ref calls);
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = context.Request.Path.Value;
            return Task.CompletedTask;
        });

        (await FetchAsync(At(server), "http://files.test/a", o => o.MaxRedirects = 3)).Fault.ShouldBe(UrlFaults.TooManyRedirects);
        calls.ShouldBe(4);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(304)]
    [InlineData(302)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Other_answers_are_failures(int status)
    {
        await using FileServer server = await FileServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        (await FetchAsync(At(server), "http://files.test/a.png")).Fault.ShouldBe(UrlFaults.Failed);
    }

    [Fact]
    public async Task An_unknown_name_and_a_closed_port_are_failures()
    {
        (await FetchAsync(new FakeNetwork(), "http://nowhere.test/")).Fault.ShouldBe(UrlFaults.Failed);
        (await FetchAsync(new FakeNetwork().Name("files.test", [PublicAddress]), "http://files.test/")).Fault.ShouldBe(UrlFaults.Failed);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_failure()
    {
        await using FileServer server = await FileServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(File);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        (await FetchAsync(At(server), "http://files.test/a.png")).Fault.ShouldBe(UrlFaults.Failed);
    }

    [Theory]
    [InlineData(1024, false, false)]
    [InlineData(1025, false, true)]
    [InlineData(1024, true, false)]
    [InlineData(1025, true, true)]
    public async Task Size_is_limited_whether_announced_or_not(int size, bool announced, bool refused)
    {
        await using FileServer server = await FileServer.StartAsync(async context =>
        {
            if (announced)
                context.Response.ContentLength = size;
            await context.Response.Body.WriteAsync(new byte[size]);
        });

        Outcome<ReadOnlyMemory<byte>> outcome = await FetchAsync(At(server), "http://files.test/a.png", o => o.MaxBytes = 1024);

        outcome.Fault.ShouldBe(refused ? UrlFaults.TooLarge : null);
    }

    [Fact]
    public async Task An_endless_body_is_left_at_the_limit()
    {
        await using FileServer server = await FileServer.StartAsync(async context =>
        {
            byte[] block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });

        (await FetchAsync(At(server), "http://files.test/a.png", o => o.MaxBytes = 1_000_000)).Fault.ShouldBe(UrlFaults.TooLarge);
    }

    [Fact]
    public async Task A_compressed_answer_is_taken_as_it_is()
    {
        await using FileServer server = await FileServer.StartAsync(async context =>
        {
            context.Request.Headers.AcceptEncoding.ShouldBeEmpty();
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(File);
        });

        (await FetchAsync(At(server), "http://files.test/a.png")).Value.ToArray().ShouldBe(File);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_server_is_left_when_time_is_up(bool answersHeaders)
    {
        await using FileServer server = await FileServer.StartAsync(async context =>
        {
            if (answersHeaders)
            {
                await context.Response.Body.WriteAsync(File);
                await context.Response.Body.FlushAsync();
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        (await FetchAsync(At(server), "http://files.test/a.png", o => o.Timeout = TimeSpan.FromMilliseconds(300))).Fault.ShouldBe(UrlFaults.TooSlow);
    }

    [Fact]
    public async Task A_wire_that_does_not_connect_is_left_when_its_time_is_up()
    {
        FakeNetwork network = new FakeNetwork().Name("files.test", [PublicAddress]);
        network.Dial = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Stream.Null;
        };

        (await FetchAsync(network, "http://files.test/a.png", o => o.ConnectTimeout = TimeSpan.FromMilliseconds(200))).Fault.ShouldBe(UrlFaults.TooSlow);
    }

    [Fact]
    public async Task The_callers_leaving_is_not_our_time_limit()
    {
        await using FileServer server = await FileServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using UrlFetcher fetcher = Fetcher(At(server));
        using var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(async () => await fetcher.FetchAsync("http://files.test/a.png", leave.Token));
    }

    [Theory]
    [InlineData("http://10.0.0.1/a.png", "ModelArts.4601", "The URL is not allowed.")]
    [InlineData("ftp://files.test/a.png", "ModelArts.4601", "The URL is not allowed.")]
    [InlineData("http://nowhere.test/a.png", "ModelArts.4603", "Obtaining the file from the URL failed.")]
    public async Task Faults_reach_the_caller(string url, string code, string message)
    {
        using var service = new Service { Network = new FakeNetwork() };

        (await service.PostAsync(Service.WebImage, $$"""{"url":"{{url}}"}""")).ShouldFail(400, code, message);
    }

    [Fact]
    public async Task A_fetched_file_passes_the_same_gate_as_an_inline_one()
    {
        await using FileServer server = await FileServer.StartAsync(context =>
            context.Response.Body.WriteAsync(context.Request.Path == "/good.png" ? Pictures.Png(640, 480) : Pictures.Png(10, 10)).AsTask());
        using var service = new Service(("UrlFetch:AllowedNetworks:0", "127.0.0.0/8"));

        (await service.PostAsync(Service.WebImage, $$"""{"url":"http:\/\/127.0.0.1:{{server.Port}}\/good.png"}""")).Status.ShouldBe(200);
        (await service.PostAsync(Service.WebImage, $$"""{"url":"http://127.0.0.1:{{server.Port}}/small.png"}"""))
            .ShouldFail(400, "AIS.0103", "The image size does not meet the requirements.");
    }

    private static FakeNetwork At(FileServer server) => new FakeNetwork().Name("files.test", [PublicAddress]).LeadTo(server.Port);

    private static async Task<Outcome<ReadOnlyMemory<byte>>> FetchAsync(INetwork network, string url, Action<UrlFetchOptions>? configure = null)
    {
        using UrlFetcher fetcher = Fetcher(network, configure);
        return await fetcher.FetchAsync(url, CancellationToken.None);
    }

    private static UrlFetcher Fetcher(INetwork network, Action<UrlFetchOptions>? configure = null)
    {
        var options = new UrlFetchOptions();
        configure?.Invoke(options);
        return new UrlFetcher(network, Options.Create(options), TimeProvider.System);
    }
}
