using OcrService.Api.Tests.Support;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Tests.Endpoints;

public sealed class WebImageTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Blocks_contact_and_size_have_the_documented_shape()
    {
        _service.Contact = new()
        {
            Name = "李示例",
            Phone = "13800000000",
            Province = "广东省",
            City = "深圳市",
            District = "龙岗区",
            DetailAddress = "样板路1号",
        };
        _service.Recognizer.Read = (image, _) => Support.Pages.Of(
            image,
            Support.Pages.Line("收件人:李示例", 0.918849f, Quad.FromBox(20.4f, 39.6f, 610, 76)),
            Support.Pages.Line("a<b & \"c\"", 1.00001f, Quad.FromBox(-3, 100, 641.2f, 490)));

        Answer answer = await _service.PostAsync(
            Service.WebImage,
            $$"""{"image":"{{Pictures.PngText(640, 480)}}","detect_direction":true,"extract_type":["contact_info","image_size"]}""");

        answer.Body.ShouldBe(
            """{"result":{"words_block_count":2,"words_block_list":["""
            + """{"words":"收件人:李示例","confidence":0.9188,"location":[[20,40],[610,40],[610,76],[20,76]]},"""
            + """{"words":"a<b & \"c\"","confidence":1,"location":[[0,100],[640,100],[640,480],[0,480]]}],"""
            + "\"extracted_data\"" + """:{"contact_info":{"name":"李示例","phone":"13800000000","province":"广东省","city":"深圳市","""
            + "\"district\"" + """:"龙岗区","detail_address":"样板路1号"},"image_size":{"height":480,"width":640}}}}""");
        answer.Status.ShouldBe(200);
        answer.ContentType.ShouldBe("application/json; charset=UTF-8");
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"extract_type\":[]")]
    [InlineData(",\"extract_type\":null,\"detect_font\":null")]
    [InlineData(",\"unknown\":{\"image\":[1,{\"a\":\"\\ud800\"}]},\"detect_font\":true")]
    public async Task Nothing_found_and_nothing_asked_for(string options)
    {
        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}"{{options}}}""");

        answer.Body.ShouldBe("""{"result":{"words_block_count":0,"words_block_list":[],"extracted_data":{}}}""");
        answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_extracted_and_a_missing_contact_is_six_empty_strings()
    {
        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}","extract_type":["contact_info"]}""");

        answer.Body.ShouldContain(
            "\"extracted_data\"" + """:{"contact_info":{"name":"","phone":"","province":"","city":"","district":"","detail_address":""}}""");
    }

    [Fact]
    public async Task Fonts_are_named_best_first_when_asked_for()
    {
        Quad place = Quad.FromBox(20, 40, 610, 76);
        _service.Recognizer.Read = (image, _) => Support.Pages.Of(image, Support.Pages.Line("收件人", 0.9f, place));
        _service.Recognizer.Fonts = line => line == place
            ? [new("黑体", 0.41f), new("Arial", 0.27614f), new("宋体", 0.18166f), new("楷体", 0.0716f), new("仿宋", 0.0596f)]
            : [];

        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText(640, 480)}}","detect_font":true}""");

        answer.Body.ShouldContain(
            "\"location\"" + """:[[20,40],[610,40],[610,76],[20,76]],"font_list":["黑体","Arial","宋体","楷体","仿宋"],"""
            + "\"font_scores\":[0.41,0.2761,0.1817,0.0716,0.0596]}]");
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"detect_font\":false")]
    public async Task No_font_is_looked_for_unasked(string options)
    {
        _service.Recognizer.Read = (image, _) => Support.Pages.Of(image, Support.Pages.Line("收件人", 0.9f, Quad.FromBox(20, 40, 610, 76)));
        _service.Recognizer.Fonts = _ => throw new InvalidOperationException("Nobody asked.");

        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText(640, 480)}}"{{options}}}""");

        answer.Status.ShouldBe(200);
        answer.Body.ShouldNotContain("font");
    }

    [Fact]
    public async Task Without_a_model_of_fonts_none_is_named()
    {
        _service.Recognizer.Read = (image, _) => Support.Pages.Of(image, Support.Pages.Line("收件人", 0.9f, Quad.FromBox(20, 40, 610, 76)));

        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText(640, 480)}}","detect_font":true}""");

        answer.Status.ShouldBe(200);
        answer.Body.ShouldNotContain("font");
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData(",\"detect_direction\":true", true, true)]
    [InlineData(",\"detect_text_direction\":false", false, false)]
    public async Task Switches_become_the_reading_plan(string options, bool direction, bool textDirection)
    {
        await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}"{{options}}}""");

        _service.Recognizer.LastPlan.ShouldBe(new() { DetectDirection = direction, DetectTextDirection = textDirection });
    }

    [Theory]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("Application/JSON")]
    [InlineData("text/plain")]
    public async Task Any_content_type_is_taken(string contentType)
    {
        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}"}""", contentType);

        answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Escapes_that_serializers_put_into_base64_are_undone()
    {
        byte[] file = Pictures.Png(640, 480, 300);
        for (int i = 64; i < file.Length; i++)
            file[i] = (byte)(i * 37);
        string plain = Convert.ToBase64String(file);
        plain.ShouldContain('/');
        plain.ShouldContain('+');
        string escaped = plain.Replace("/", "\\/", StringComparison.Ordinal).Replace("+", "\\u002B", StringComparison.Ordinal).Replace("=", "\\u003d", StringComparison.Ordinal);

        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"\u0069mage":"{{escaped}}","detect_direction":true}""");

        answer.Status.ShouldBe(200);
        _service.Recognizer.LastImage.ShouldNotBeNull().File.ToArray().ShouldBe(file);
    }

    [Theory]
    [InlineData(14, 100, false)]
    [InlineData(15, 15, true)]
    [InlineData(8192, 15, true)]
    [InlineData(8193, 100, false)]
    public async Task Sides_are_limited_inclusively(int width, int height, bool accepted)
    {
        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText(width, height)}}"}""");

        if (accepted)
            answer.Status.ShouldBe(200);
        else
            answer.ShouldFail(400, "AIS.0103", "The image size does not meet the requirements.");
    }

    [Fact]
    public async Task Ten_megabytes_of_base64_pass_and_reach_recognition_whole()
    {
        byte[] file = Pictures.Png(640, 480, 10 * 1024 * 1024 / 4 * 3);

        Answer answer = await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Convert.ToBase64String(file)}}"}""");

        answer.Status.ShouldBe(200);
        _service.Recognizer.LastImage.ShouldNotBeNull().File.Span.SequenceEqual(file).ShouldBeTrue();
    }

    [Fact]
    public async Task Gif_is_a_web_image_but_no_card()
    {
        string body = $$"""{"image":"{{Convert.ToBase64String(Pictures.Gif(100, 100))}}"}""";

        (await _service.PostAsync(Service.WebImage, body)).Status.ShouldBe(200);
        _service.Recognizer.LastImage.ShouldNotBeNull().Format.ShouldBe(ImageFormat.Gif);
        (await _service.PostAsync(Service.Passport, body)).ShouldFail(400, "AIS.0102", "The image format is not supported.");
    }
}
