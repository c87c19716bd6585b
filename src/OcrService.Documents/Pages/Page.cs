using OcrService.Documents.Mrz;

namespace OcrService.Documents.Pages;

/// <summary>What was read of one picture. All coordinates are pixels of the uploaded picture, decoded and turned upright by its EXIF orientation.</summary>
/// <param name="Width">Width of that picture in pixels.</param>
/// <param name="Height">Height of that picture in pixels.</param>
/// <param name="Angle">Dominant reading direction in degrees, clockwise positive, (-180, 180]; 0 when the text is upright.</param>
/// <param name="Lines">Lines in reading order.</param>
/// <param name="MrzZones">Machine readable zones found, most likely first; empty unless the reading plan asked for them.</param>
public sealed record Page(int Width, int Height, float Angle, IReadOnlyList<TextLine> Lines, IReadOnlyList<MrzZone> MrzZones);

/// <summary>One line of text.</summary>
/// <param name="Text">Unicode text in logical order, words separated by one space.</param>
/// <param name="Quad">Where it stands; its first edge runs in reading direction.</param>
/// <param name="Confidence">How sure the reader is of the letters, 0 to 1.</param>
/// <param name="DetectionScore">How sure the detector is that this is text, 0 to 1.</param>
/// <param name="Words">The words of <paramref name="Text"/> with their places; a line without spaces is one word.</param>
public sealed record TextLine(string Text, Quad Quad, float Confidence, float DetectionScore, IReadOnlyList<Word> Words);

/// <summary>A run of letters without a space.</summary>
public sealed record Word(string Text, Quad Quad, float Confidence);
