using System.Text.Json.Nodes;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Battery.CrossTalk;

/// <summary>
/// A picture that carries the number of its request three times: in its width and height, which the answer repeats exactly, and as a
/// word drawn on it, long or short, that no other request has.
/// </summary>
/// <param name="Number">The request's number, from 0.</param>
internal sealed record NumberedPicture(int Number)
{
    /// <summary>Letters and digits that no reader takes for each other.</summary>
    private const string Letters = "ACEFHKLMNPRTXY3479";

    private const int Sides = 150, LeastWidth = 260, LeastHeight = 48, Margin = 16, TextSize = 24;

    public int Width => LeastWidth + (Number % Sides);

    public int Height => LeastHeight + (Number / Sides % Sides);

    /// <summary>Seven to twelve letters.</summary>
    public string Word
    {
        get
        {
            uint bits = unchecked((uint)Number * 2654435761);
            char[] word = new char[7 + (Number % 6)];
            for (int i = 0; i < word.Length; i++)
            {
                bits = unchecked((bits * 1664525) + 1013904223);
                word[i] = Letters[(int)((bits >> 16) % (uint)Letters.Length)];
            }

            return new string(word);
        }
    }

    public byte[] Draw()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            var style = new TextStyle(["DejaVu Sans"], TextSize, SKColors.Black);
            new SetLine(Word, style).Draw(canvas, Margin, (LeastHeight + TextSize) / 2f);
        }

        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Whether an answer of web-image is this picture's.</summary>
    public Verdict Judge(JsonObject result)
    {
        JsonNode? size = result["extracted_data"]?["image_size"];
        if (size?["width"]?.GetValue<int>() != Width || size["height"]?.GetValue<int>() != Height) return Verdict.Swapped;
        string text = string.Concat((result["words_block_list"] as JsonArray ?? []).Select(b => b!["words"]!.GetValue<string>())).Replace(" ", "", StringComparison.Ordinal);
        if (text == Word) return Verdict.Own;

        // A reader may take a letter for another; a swapped answer has hardly one in its place.
        int alike = text.Zip(Word).Count(p => p.First == p.Second);
        return text.Length == 0 || alike * 2 >= Word.Length || Math.Abs(text.Length - Word.Length) == 1 ? Verdict.Misread : Verdict.Swapped;
    }
}

/// <summary>Whose answer it is.</summary>
internal enum Verdict
{
    /// <summary>Its own, to the letter.</summary>
    Own,

    /// <summary>Its own by the size, and a letter was misread or nothing was read.</summary>
    Misread,

    /// <summary>Another's.</summary>
    Swapped,
}
