using SkiaSharp;

namespace OcrService.Specimens.Wearing;

/// <summary>Paints light that falls off across the picture, and a reflection.</summary>
internal static class Lighting
{
    public static void Paint(SKCanvas canvas, SKSizeI size, WearPlan plan, Dice dice)
    {
        if (plan.Light < 1) FallOff(canvas, size, plan.Light, dice);
        if (plan.Glare > 0) Reflection(canvas, size, plan.Glare, dice);
    }

    private static void FallOff(SKCanvas canvas, SKSizeI size, float light, Dice dice)
    {
        double angle = dice.Between(0f, MathF.Tau);
        var centre = new SKPoint(size.Width / 2f, size.Height / 2f);
        var reach = new SKPoint((float)Math.Cos(angle) * centre.X, (float)Math.Sin(angle) * centre.Y);
        SKColor near = Grey(Math.Min(1, light * dice.Between(1.1f, 1.6f))), far = Grey(light);
        using SKShader shader = SKShader.CreateLinearGradient(centre - reach, centre + reach, [near, far], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.Multiply };
        canvas.DrawRect(0, 0, size.Width, size.Height, paint);
    }

    private static void Reflection(SKCanvas canvas, SKSizeI size, float strength, Dice dice)
    {
        var centre = new SKPoint(size.Width * dice.Between(0.25f, 0.75f), size.Height * dice.Between(0.25f, 0.75f));
        float radius = size.Width * dice.Between(0.08f, 0.16f);
        SKColor core = SKColors.White.WithAlpha((byte)(255 * strength));
        using SKShader shader = SKShader.CreateRadialGradient(
            centre, radius, [core, core.WithAlpha((byte)(core.Alpha * 0.7f)), SKColors.White.WithAlpha(0)], [0, 0.35f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.Save();
        canvas.RotateDegrees(dice.Between(-40f, 40f), centre.X, centre.Y);
        canvas.Scale(dice.Between(1f, 2f), 0.6f, centre.X, centre.Y);
        canvas.DrawCircle(centre, radius, paint);
        canvas.Restore();
    }

    private static SKColor Grey(float light)
    {
        byte level = (byte)(255 * light);
        return new SKColor(level, level, level);
    }
}
