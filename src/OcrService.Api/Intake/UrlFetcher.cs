using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using OcrService.Documents;

namespace OcrService.Api.Intake;

/// <summary>
/// Downloads a picture from a caller's url. Only http and https, only permitted addresses (<see cref="GuardedDialer"/>), no proxy
/// (it would dial for us, unchecked), no cookies, no credentials, no decompression (a small answer must not become a large file).
/// </summary>
internal sealed class UrlFetcher : IDisposable
{
    /// <summary>Longest url in characters: the limit the gateway has for addresses of its own.</summary>
    private const int MaxUrlChars = 32 * 1024;

    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps];

    private readonly HttpMessageInvoker _client;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly int _maxBytes;
    private readonly int _maxRedirects;

    public UrlFetcher(INetwork network, IOptions<UrlFetchOptions> options, TimeProvider time)
    {
        UrlFetchOptions o = options.Value;
        _time = time;
        _timeout = o.Timeout;
        _maxBytes = o.MaxBytes;
        _maxRedirects = o.MaxRedirects;
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = new GuardedDialer(network, new AddressRules(o.AllowedNetworks)).ConnectAsync,
            ConnectTimeout = o.ConnectTimeout,
            MaxConnectionsPerServer = 64,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            PreAuthenticate = false,
            UseCookies = false,
            UseProxy = false,
        });
    }

    /// <summary>The complete file, or one of <see cref="UrlFaults"/>.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<Outcome<ReadOnlyMemory<byte>>> FetchAsync(string url, CancellationToken cancellationToken)
    {
        if (url.Length > MaxUrlChars || !Ascii.IsValid(url) || url.AsSpan().ContainsAnyInRange('\0', ' '))
            return UrlFaults.Malformed;
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? target) || !IsFetchable(target))
            return UrlFaults.Malformed;

        using var limit = new CancellationTokenSource(_timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(target, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Our limit, or the handler's for connecting.
            return UrlFaults.TooSlow;
        }
        catch (HttpRequestException e) when (e.InnerException is AddressForbiddenException)
        {
            return UrlFaults.Forbidden;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return UrlFaults.Failed;
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool IsFetchable(Uri target) => Schemes.Contains(target.Scheme) && target.UserInfo.Length == 0 && target.Host.Length > 0;

    private async Task<Outcome<ReadOnlyMemory<byte>>> FollowAsync(Uri target, CancellationToken cancellationToken)
    {
        for (int redirects = 0; redirects <= _maxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            request.Headers.TryAddWithoutValidation("Accept", "image/*, */*;q=0.5");
            request.Headers.TryAddWithoutValidation("User-Agent", "OcrService");
            using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
                return await ReadAsync(response.Content, cancellationToken);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return UrlFaults.Failed;

            var next = new Uri(target, location);
            if (!IsFetchable(next) || (target.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps))
                return UrlFaults.Forbidden;

            target = next;
        }

        return UrlFaults.TooManyRedirects;
    }

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently
        or HttpStatusCode.Found
        or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect
        or HttpStatusCode.PermanentRedirect;

    /// <summary>Counts while reading: the declared length only serves to refuse early.</summary>
    private async Task<Outcome<ReadOnlyMemory<byte>>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > _maxBytes)
            return UrlFaults.TooLarge;

        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new GrowingBuffer(_maxBytes);
        return await buffer.FillAsync(stream, cancellationToken) ? new ReadOnlyMemory<byte>(buffer.Written.ToArray()) : UrlFaults.TooLarge;
    }
}
