using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Inspection;

/// <summary>A straightened, reduced copy of a card with a little of its surroundings, in channels of bytes.</summary>
internal sealed class CardView
{
    /// <summary>Width of the card in the view, in pixels.</summary>
    public const int CardWidth = 640;

    /// <summary>What is seen of the surroundings on each side, in pixels.</summary>
    public const int Margin = 32;

    private readonly int _imageWidth;
    private readonly int _imageHeight;

    private CardView(PixelImage image, int cardHeight, Homography toImage)
    {
        _imageWidth = image.Width;
        _imageHeight = image.Height;
        CardHeight = cardHeight;
        Width = CardWidth + (2 * Margin);
        Height = cardHeight + (2 * Margin);
        ToImage = toImage;
        Red = new byte[Width * Height];
        Green = new byte[Width * Height];
        Blue = new byte[Width * Height];
    }

    public int CardHeight { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>View coordinates to picture coordinates.</summary>
    public Homography ToImage { get; }

    public byte[] Red { get; }

    public byte[] Green { get; }

    public byte[] Blue { get; }

    public static CardView Take(PixelImage image, in Quad card)
    {
        int height = Math.Clamp((int)MathF.Round(CardWidth * card.Height / card.Width), CardWidth / 4, CardWidth * 2);
        Homography toImage = Homography.FromRectangle(CardWidth, height, card).Shifted(-Margin, -Margin);
        CardView view = new(image, height, toImage);
        uint[] pixels = new uint[view.Width * view.Height];
        PerspectiveSampler.Fill(image, toImage, view.Width, view.Height, pixels);
        for (int i = 0; i < pixels.Length; i++)
            (view.Red[i], view.Green[i], view.Blue[i]) = ((byte)(pixels[i] >> 24), (byte)(pixels[i] >> 16), (byte)(pixels[i] >> 8));
        return view;
    }

    /// <summary>Whether the picture shows a place of the view; beyond its edge the view repeats it.</summary>
    public bool IsInPicture(float x, float y)
    {
        PagePoint p = ToImage.Map(x, y);
        return p.X >= 0 && p.Y >= 0 && p.X <= _imageWidth && p.Y <= _imageHeight;
    }

    /// <summary>Luma of a pixel, 0 to 255; beyond the view that of its edge.</summary>
    public float Light(int x, int y)
    {
        int i = (Math.Clamp(y, 0, Height - 1) * Width) + Math.Clamp(x, 0, Width - 1);
        return (0.299f * Red[i]) + (0.587f * Green[i]) + (0.114f * Blue[i]);
    }

    /// <summary>A quad of the picture in view coordinates.</summary>
    public Quad ToView(in Quad quad) => ToImage.Inverse().Map(quad);
}
