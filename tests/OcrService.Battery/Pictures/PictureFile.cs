namespace OcrService.Battery.Pictures;

/// <summary>A picture file with a name for reports.</summary>
internal sealed record PictureFile(string Name, byte[] Bytes);
