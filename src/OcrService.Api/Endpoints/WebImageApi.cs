using System.Text.Json;
using OcrService.Api.Contract;
using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Endpoints;

/// <summary>Finds a postal contact in lines of text. What it does not find is an empty string.</summary>
internal delegate ContactInfo ContactFinder(IReadOnlyList<TextLine> lines);

/// <summary>web-image: all text of a picture with its position, and on request the picture's size, a postal contact and the fonts.</summary>
internal sealed class WebImageApi(ContactFinder findContact) : OcrApi
{
    private const string ContactInfoItem = "contact_info";
    private const string ImageSizeItem = "image_size";

    private static readonly SwitchParameter DetectDirection = new(
        "detect_direction",
        absent: false,
        "Determine and compensate the orientation of the whole image (any angle). The response has no field that reports the angle.");

    private static readonly ChoicesParameter ExtractType = new(
        "extract_type",
        [ContactInfoItem, ImageSizeItem],
        "Which structured items to extract. An empty list counts as absent.");

    private static readonly SwitchParameter DetectFont = new(
        "detect_font",
        absent: false,
        "Name the five most similar fonts of each block, with their probabilities. A classifier of our own knows 35 names, 11 of Chinese and "
            + "24 of Latin print; what is none of them gets the likest names all the same. Without its model font_list and font_scores are absent.");

    private static readonly SwitchParameter DetectTextDirection = new(
        "detect_text_direction",
        absent: true,
        "Determine the direction of every text line. Set false when all text is upright and horizontal.");

    public override string Name => "web-image";

    public override string Operation => "RecognizeWebImage";

    public override string Summary => "Web image text";

    public override string Description =>
        "Reads all text of screenshots, product pictures, advertisements and similar internet images and returns text blocks with "
        + "position. On request it also extracts a postal contact (name, phone, address), reports the image size and names the most similar "
        + "fonts of each block.";

    public override ImageLimits Limits => AcceptedImages.WebImage;

    public override IReadOnlyList<Parameter> Parameters { get; } = [DetectDirection, ExtractType, DetectFont, DetectTextDirection];

    public override ReadingPlan PlanFor(OcrRequest request) => new()
    {
        DetectDirection = request.Of(DetectDirection),
        DetectTextDirection = request.Of(DetectTextDirection),
    };

    public override Outcome<OcrAnswer> Answer(OcrRequest request, Page page, IPicture picture)
    {
        IReadOnlySet<string> items = request.Of(ExtractType);
        bool namesFonts = request.Of(DetectFont);
        var response = new WebImageResponse
        {
            Result = new WebImageResult
            {
                WordsBlockCount = page.Lines.Count,
                WordsBlockList = [.. page.Lines.Select(line => BlockOf(line, page, namesFonts ? picture.FindFonts(line.Quad) : []))],
                ExtractedData = new ExtractedData
                {
                    ContactInfo = items.Contains(ContactInfoItem) ? findContact(page.Lines) : null,
                    ImageSize = items.Contains(ImageSizeItem) ? new ImageSize { Height = page.Height, Width = page.Width } : null,
                },
            },
        };
        return new OcrAnswer(writer => JsonSerializer.Serialize(writer, response, OcrJsonContext.Default.WebImageResponse));
    }

    private static WordsBlock BlockOf(TextLine line, Page page, IReadOnlyList<FontLikeness> fonts) => new()
    {
        Words = line.Text,
        Confidence = WireNumbers.Confidence(line.Confidence),
        Location = WireNumbers.Location(line.Quad, page),
        FontList = fonts.Count == 0 ? null : [.. fonts.Select(f => f.Name)],
        FontScores = fonts.Count == 0 ? null : [.. fonts.Select(f => WireNumbers.Confidence(f.Probability))],
    };
}
