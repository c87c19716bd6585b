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

    /// <summary>Cuts a part out, straightened, as a JPEG file.</summary>
    /// <param name="part">In pixels of the picture, its first edge the cut's upper one.</param>
    byte[] Cut(Quad part);
}
