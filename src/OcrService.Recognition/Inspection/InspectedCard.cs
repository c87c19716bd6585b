using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>A card under inspection. What several checks look at is made once, when the first one asks.</summary>
internal sealed class InspectedCard(PixelImage image, Quad card, Quad? portrait)
{
    private CardView? _view;
    private CellGrid? _cells;
    private LumaPatch[]? _patches;
    private List<ForeignArea>? _foreignAreas;
    private Lattice? _lattice;

    public PixelImage Image => image;

    /// <summary>The card's corners in pixels of the picture.</summary>
    public Quad Card => card;

    /// <summary>The portrait in pixels of the picture.</summary>
    public Quad? Portrait => portrait;

    public CardView View => _view ??= CardView.Take(image, card);

    public CellGrid Cells => _cells ??= new CellGrid(View);

    /// <summary>Squares of the picture, spread over the card.</summary>
    public LumaPatch[] Patches => _patches ??= LumaPatch.Spread(image, card, 4, 3);

    /// <summary>Areas that are not of the ground's colour.</summary>
    public List<ForeignArea> ForeignAreas => _foreignAreas ??= Inspection.ForeignAreas.Find(this);

    /// <summary>The regular pattern that runs through the picture.</summary>
    public Lattice Lattice => _lattice ??= Lattice.Of(this);
}
