namespace OcrService.Specimens.Wearing;

/// <summary>Kinds of damage, each with one cause, so that a table by kind shows what hurts.</summary>
public enum WearKind
{
    /// <summary>Flat, sharp, upright: a scan.</summary>
    Clean,

    /// <summary>Photographed on a table: background, slight turn, mild perspective.</summary>
    Photo,

    /// <summary>As a photo, at any angle.</summary>
    Turned,

    /// <summary>As a photo, seen from the side.</summary>
    Slanted,

    /// <summary>As a photo, out of focus or moved.</summary>
    Blurred,

    /// <summary>As a photo, with sensor noise.</summary>
    Noisy,

    /// <summary>As a photo, with strong JPEG compression.</summary>
    Compressed,

    /// <summary>As a photo in low, uneven light.</summary>
    Dim,

    /// <summary>As a photo with a bright reflection.</summary>
    Glare,

    /// <summary>A grey photocopy.</summary>
    Grey,

    /// <summary>A picture of few pixels.</summary>
    Small,

    /// <summary>As a photo, wider or taller than it should be.</summary>
    Stretched,

    /// <summary>Photographed from a screen that shows it.</summary>
    Screen,
}

/// <summary>How a specimen is worn, in numbers. Everything at its default leaves the picture as it is, encoded as JPEG.</summary>
public sealed record WearPlan
{
    /// <summary>Width of the document in the picture, in pixels; 0 keeps its own.</summary>
    public int Width { get; init; }

    /// <summary>Height of the document in the picture, as a share of what its width asks for.</summary>
    public float Aspect { get; init; } = 1;

    /// <summary>Turn of the document in degrees, clockwise positive.</summary>
    public float Turn { get; init; }

    /// <summary>Largest move of each corner, as a fraction of the document's width.</summary>
    public float Perspective { get; init; }

    /// <summary>Ground shown around the document on each side, as a fraction of its width.</summary>
    public float Margin { get; init; }

    /// <summary>Standard deviation of the blur in pixels of the result.</summary>
    public float Blur { get; init; }

    /// <summary>Standard deviation of the noise, in steps of 0 to 255.</summary>
    public float Noise { get; init; }

    /// <summary>JPEG quality, 1 to 100.</summary>
    public int JpegQuality { get; init; } = 95;

    /// <summary>Brightness at the darker end, 0 to 1; light falls off across the picture from 1 or less to this.</summary>
    public float Light { get; init; } = 1;

    /// <summary>Strength of a bright spot, 0 to 1.</summary>
    public float Glare { get; init; }

    /// <summary>Colours dropped, contrast raised.</summary>
    public bool Grey { get; init; }

    /// <summary>The document is shown on a screen, whose pixels are seen.</summary>
    public bool Screen { get; init; }

    /// <summary>Draws the numbers for a kind of wear.</summary>
    public static WearPlan For(WearKind kind, int seed)
    {
        var dice = new Dice(seed);
        if (kind == WearKind.Clean) return new WearPlan { Width = 1250 };
        WearPlan photo = new()
        {
            // Evenly over the ratios, so that a picture of few pixels is as likely as one of many.
            Width = (int)(750 * MathF.Pow(2400f / 750, dice.Between(0f, 1f))),
            Turn = dice.Between(-4f, 4f),
            Perspective = 0.012f,
            Margin = dice.Between(0.06f, 0.2f),
            Blur = 0.5f,
            Noise = 2,
            JpegQuality = dice.Between(80, 92),
            Light = dice.Between(0.8f, 1f),
        };
        return kind switch
        {
            WearKind.Photo => photo,
            WearKind.Turned => photo with { Turn = dice.Between(-180f, 180f) },
            WearKind.Slanted => photo with { Perspective = dice.Between(0.035f, 0.06f), Turn = dice.Between(-12f, 12f) },
            WearKind.Blurred => photo with { Blur = dice.Between(1.2f, 2.2f) },
            WearKind.Noisy => photo with { Noise = dice.Between(10f, 20f) },
            WearKind.Compressed => photo with { JpegQuality = dice.Between(18, 35) },
            WearKind.Dim => photo with { Light = dice.Between(0.25f, 0.45f), Noise = 5 },
            WearKind.Glare => photo with { Glare = dice.Between(0.6f, 0.95f) },
            WearKind.Grey => photo with { Grey = true, Perspective = 0, Margin = 0.04f, Noise = 4, Light = 1 },
            WearKind.Small => photo with { Width = dice.Between(450, 600), Blur = 0.3f },
            WearKind.Stretched => photo with { Aspect = dice.Chance(0.5) ? dice.Between(0.9f, 0.95f) : dice.Between(1.05f, 1.1f) },
            WearKind.Screen => photo with { Screen = true, Light = 1, Width = dice.Between(900, 1500) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such wear."),
        };
    }
}

/// <summary>A worn picture as a file, with the truth moved along.</summary>
/// <param name="Jpeg">The file.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Truth">Places are pixels of the worn picture.</param>
public sealed record WornSpecimen(byte[] Jpeg, int Width, int Height, SpecimenTruth Truth);
