using OcrService.Api.Tests.Support;
using OcrService.Documents;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Tests.Endpoints;

/// <summary>Every refusal with its code, and that the first check in the contract's order is the one that speaks.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string TooLong = "<too long>";
    private const string Small = "<small>";
    private const string Good = "<good>";

    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("GET", Service.WebImage)]
    [InlineData("PUT", Service.WebImage)]
    [InlineData("DELETE", Service.Passport)]
    [InlineData("POST", "/v2/abc/ocr/no-such-api")]
    [InlineData("POST", "/v2/abc/ocr")]
    [InlineData("POST", "/v2/ocr/web-image")]
    [InlineData("POST", "/v1/abc/ocr/web-image")]
    [InlineData("POST", "/v2/{project_id}/ocr/web-image")]
    [InlineData("POST", "/v2/%7Bproject_id%7D/ocr/web-image")]
    [InlineData("POST", "/health/live")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("POST", "/")]
    [InlineData("OPTIONS", "/v2/abc/ocr/web-image")]
    public async Task Unknown_paths_and_methods(string method, string path)
    {
        Answer answer = await _service.SendAsync(new HttpMethod(method), path);

        answer.ShouldFail(404, "APIG.0101", "The API does not exist or has not been published in the environment.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("image=abc")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"image\":\"<good>\"")]
    [InlineData("{\"image\":\"<good>\"} x")]
    [InlineData("{\"image\":\"<good>\",}")]
    [InlineData("{'image':'<good>'}")]
    [InlineData("{\"image\":\"<good>\"}{}")]
    [InlineData("{\"image\":\"<go\nod>\"}")]
    public async Task Not_a_json_object(string body) =>
        (await PostAsync(body)).ShouldFail(400, "ModelArts.4105", "The JSON format of the input data is incorrect.");

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"image\":\"\"}")]
    [InlineData("{\"image\":null,\"url\":null}")]
    [InlineData("{\"url\":\"\"}")]
    [InlineData("{\"image\":\"<good>\",\"url\":\"http://example.com/a.png\"}")]
    [InlineData("{\"image\":\"\",\"url\":\"\"}")]
    [InlineData("{\"Image\":\"<good>\"}")]
    [InlineData("{\"image\":1}")]
    [InlineData("{\"image\":[\"<good>\"]}")]
    [InlineData("{\"image\":{\"image\":\"<good>\"}}")]
    [InlineData("{\"url\":1}")]
    [InlineData("{\"url\":\"http://example.com/\\ud800\"}")]
    [InlineData("{\"image\":\"<good>\",\"detect_direction\":\"true\"}")]
    [InlineData("{\"image\":\"<good>\",\"detect_direction\":1}")]
    [InlineData("{\"image\":\"<good>\",\"detect_font\":\"ture\"}")]
    [InlineData("{\"image\":\"<good>\",\"detect_font\":{}}")]
    [InlineData("{\"image\":\"<good>\",\"detect_text_direction\":[true]}")]
    [InlineData("{\"image\":\"<good>\",\"extract_type\":\"image_size\"}")]
    [InlineData("{\"image\":\"<good>\",\"extract_type\":[\"image_size\",\"colour\"]}")]
    [InlineData("{\"image\":\"<good>\",\"extract_type\":[\"IMAGE_SIZE\"]}")]
    [InlineData("{\"image\":\"<good>\",\"extract_type\":[null]}")]
    [InlineData("{\"image\":\"<good>\",\"extract_type\":[[\"image_size\"]]}")]
    [InlineData("{\"image\":\"<good>\",\"extract_type\":{\"a\":[1]},\"detect_direction\":true}")]
    public async Task Invalid_parameters(string body) =>
        (await PostAsync(body)).ShouldFail(400, "AIS.0101", "The input parameter is invalid.");

    [Theory]
    [InlineData("data:image/png;base64,<good>")]
    [InlineData("not base64")]
    [InlineData("<good>\\n")]
    [InlineData("aGVs\\r\\nbG8=")]
    [InlineData("aGVs bG8=    ")]
    [InlineData("aGVsbG8")]
    [InlineData("aGVsbG8==")]
    [InlineData("aGVsbG8=aGVs")]
    [InlineData("aGVs====")]
    [InlineData("====")]
    [InlineData("aGV-bG_=")]
    [InlineData("图片图片")]
    [InlineData("aGVsbG8\\t")]
    [InlineData("aGVsbG8\\u0020")]
    [InlineData("aGVsbG\\u00e9")]
    public async Task Not_base64(string text) =>
        (await PostAsync($$"""{"image":"{{text}}"}""")).ShouldFail(400, "AIS.0102", "The image format is not supported.");

    /// <summary>Each body is wrong in two ways; the contract's order decides which is told.</summary>
    [Theory]
    [InlineData("{\"image\":\"" + TooLong + "\"", "ModelArts.4104")]
    [InlineData("{\"image\":\"" + TooLong + "\",\"detect_font\":1}", "ModelArts.4104")]
    [InlineData("{\"image\":\"" + TooLong + "\",\"url\":\"http://example.com/\"}", "ModelArts.4104")]
    [InlineData("{\"detect_font\":1,\"image\":\"" + Good + "\"", "ModelArts.4105")]
    [InlineData("{\"image\":\"no base64\"", "ModelArts.4105")]
    [InlineData("{\"image\":\"no base64\",\"detect_font\":1}", "AIS.0101")]
    [InlineData("{\"url\":\"ftp://example.com/\",\"detect_font\":1}", "AIS.0101")]
    [InlineData("{\"image\":\"" + Small + "\",\"extract_type\":[\"x\"]}", "AIS.0101")]
    [InlineData("{\"image\":\"" + Small + "\"}", "AIS.0103")]
    public async Task The_first_check_speaks(string body, string code)
    {
        _service.Recognizer.Read = (_, _) => Support.Pages.Of(RecognitionFaults.Failed);

        Answer answer = await PostAsync(body);

        answer.Body.ShouldContain($"\"error_code\":\"{code}\"");
        _service.Recognizer.LastImage.ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_path_is_told_before_the_size_of_the_body() =>
        (await _service.PostAsync("/v2/%7Bproject_id%7D/ocr/web-image", new byte[(12 * 1024 * 1024) + 1]))
            .ShouldFail(404, "APIG.0101", "The API does not exist or has not been published in the environment.");

    [Fact]
    public async Task One_character_of_base64_too_many() =>
        (await PostAsync("{\"image\":\"" + TooLong + "\"}")).ShouldFail(413, "ModelArts.4104", "Invalid Request Content Length.");

    [Theory]
    [InlineData(nameof(RecognitionFaults.Busy), 429, "ModelArts.4401", "Max concurrency error.")]
    [InlineData(nameof(RecognitionFaults.Timeout), 504, "ModelArts.4402", "Backend service timeout error.")]
    [InlineData(nameof(RecognitionFaults.Stopping), 503, "ModelArts.4403", "Backend service unavailable error.")]
    [InlineData(nameof(RecognitionFaults.Failed), 400, "AIS.0105", "Recognition failed.")]
    [InlineData(nameof(ImageFaults.Corrupt), 400, "AIS.0102", "The image format is not supported.")]
    public async Task Faults_of_recognition(string fault, int status, string code, string message)
    {
        var named = (Fault)(typeof(RecognitionFaults).GetField(fault) ?? typeof(ImageFaults).GetField(fault))!.GetValue(null)!;
        _service.Recognizer.Read = (_, _) => Support.Pages.Of(named);

        (await PostAsync("{\"image\":\"" + Good + "\"}")).ShouldFail(status, code, message);
    }

    [Fact]
    public async Task A_bug_is_told_as_internal_and_logged_with_the_request_id()
    {
        _service.Recognizer.Read = (_, _) => throw new InvalidOperationException("the bug");

        Answer answer = await PostAsync("{\"image\":\"" + Good + "\"}");

        answer.ShouldFail(500, "ModelArts.4505", "Backend service internal error.");
        LogLine error = _service.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldHaveSingleItem();
        error.Text.ShouldContain("the bug");
        error.Text.ShouldContain(answer.RequestId!);
    }

    private Task<Answer> PostAsync(string body) => _service.PostAsync(
        Service.WebImage,
        body.Replace(Good, Pictures.PngText(), StringComparison.Ordinal)
            .Replace(Small, Pictures.PngText(14, 14), StringComparison.Ordinal)
            .Replace(TooLong, new string('A', (10 * 1024 * 1024) + 1), StringComparison.Ordinal));
}
