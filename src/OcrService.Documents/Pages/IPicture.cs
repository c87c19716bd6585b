using OcrService.Documents.Fields;

namespace OcrService.Documents.Pages;

/// <summary>The picture behind a page, as long as its answer is being made: what one look at the whole page left open can be looked at again.</summary>
public interface IPicture
{
    /// <summary>
    /// Reads a part of the picture anew, larger and with the reader of one script. The lines stand in reading order, their places in
    /// pixels of the picture; empty when there is no text.
    /// </summary>
    /// <param name="part">In pixels of the picture, its first edge in reading direction.</param>
    /// <param name="script">The script that the part is printed in.</param>
    IReadOnlyList<TextLine> Read(Quad part, FieldScript script);

    /// <summary>Reads one line whose place is known with the reader of one script; null when it makes no sense in it.</summary>
    /// <param name="line">In pixels of the picture, close around the line, its first edge in reading direction.</param>
    /// <param name="script">The script that the line is printed in.</param>
    TextLine? ReadLine(Quad line, FieldScript script);

    /// <summary>Names the typefaces that a line looks most like, the likest first; empty when there is no model that knows any.</summary>
    /// <param name="line">In pixels of the picture, close around the line, its first edge in reading direction.</param>
    IReadOnlyList<FontLikeness> FindFonts(Quad line);

    /// <summary>Cuts a part out, straightened, as a JPEG file.</summary>
    /// <param name="part">In pixels of the picture, its first edge the cut's upper one.</param>
    byte[] Cut(Quad part);

    /// <summary>
    /// The card's corners as its edges show them. A side that lies outside of the picture or shows no edge stays where the rough quad has
    /// it, as long as the other three are seen; null when fewer are.
    /// </summary>
    /// <param name="rough">In pixels of the picture, corners in card order, off by a few per cent of the card at most.</param>
    /// <param name="isVague">Whether it is but a guess of place and size, off by up to a fifth of the card; all four sides must be seen then.</param>
    Quad? FindBorder(Quad rough, bool isVague);

    /// <summary>The frame of the portrait photo; null when it does not stand out, so that the region is the best guess there is.</summary>
    /// <param name="region">Where the card has its portrait, in pixels of the picture; the photo may reach 15 % beyond it.</param>
    Quad? FindPortrait(Quad region);

    /// <summary>Looks for what is wrong with a card or its picture.</summary>
    /// <param name="card">The card's corners in pixels of the picture, as exactly as they are known.</param>
    /// <param name="portrait">The portrait photo; null when the side has none, or its place is not known.</param>
    /// <param name="checks">What to look for; the scores of the rest stay 0.</param>
    CardInspection Inspect(Quad card, Quad? portrait, CardChecks checks);
}
