namespace OcrService.Documents.Mrz;

/// <summary>A reading of a line as the search takes it.</summary>
/// <param name="Symbols">What each symbol says about the truth.</param>
/// <param name="Frames">What they were made from, when the reader gave it.</param>
internal sealed record MrzEvidence(IReadOnlyList<MrzEmission> Symbols, MrzFrames? Frames = null);
