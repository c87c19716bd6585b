namespace OcrService.Recognition.Reading.Han;

/// <summary>What the network says of one window.</summary>
/// <param name="Middle">Where its middle stands on the line, in pixels of the strip.</param>
/// <param name="Presence">Probability that any character stands there.</param>
/// <param name="Class">The likeliest character; never that of no character.</param>
/// <param name="Probability">Its probability, at most <paramref name="Presence"/>.</param>
internal readonly record struct HanWindow(int Middle, float Presence, int Class, float Probability);
