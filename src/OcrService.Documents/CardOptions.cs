using OcrService.Documents.Pages;

namespace OcrService.Documents;

/// <summary>Request options and parts of the answer that several cards share, as the contract words them.</summary>
internal static class CardOptions
{
    public static readonly ChoiceOption Side = new(
        "side", "Side of the card. Empty or absent means automatic; stating it is more accurate.", ["front", "back"]) { MayBeEmpty = true };

    public static readonly SwitchOption ConvertUnicode = new(
        "convert_unicode", "Encoding of the Burmese text in the response: true = standard Unicode, false = Zawgyi.");

    public static readonly ResultExtra PortraitImage = new(
        new SwitchOption("return_portrait_image", "Return the cropped portrait."),
        new WireField("portrait_image", "Base64 of the cropped portrait, a JPEG file.", null) { Kind = WireKind.Image },
        card => card.Portrait is { } portrait ? new ResultImage("portrait_image", card.Picture.Cut(portrait)) : null);

    public static readonly ResultExtra PortraitLocation = new(
        new SwitchOption("return_portrait_location", "Return the corner points of the portrait."),
        new WireField("portrait_location", "Four [x, y] corner points of the portrait in the uploaded image.", null) { Kind = WireKind.Location },
        card => card.Portrait is { } portrait ? new ResultLocation("portrait_location", portrait) : null);

    public static readonly ResultExtra AdjustedImage = new(
        new SwitchOption("return_adjusted_image", "Return the rectified card image."),
        new WireField("adjusted_image", "Base64 of the card after cutting out and rectifying by its four corners, a JPEG file.", null) { Kind = WireKind.Image },
        card => new ResultImage("adjusted_image", card.Picture.Cut(card.Frame.Quad)));

    public static readonly ResultExtra TextLocation = new(
        new SwitchOption("return_text_location", "Return the position of each recognised field."),
        new WireField("text_location", "Positions of the recognised fields: map from field name to four [x, y] points.", null) { Kind = WireKind.Locations },
        card => new ResultGroup("text_location", [.. card.Values.Where(v => v.Quad is not null && v.Value.Length > 0).Select(v => new ResultLocation(v.Key, v.Quad!.Value))]));

    private static readonly SwitchOption ReturnIdCardType = new("return_idcard_type", "Return whether the picture shows an original or a reproduction.");

    /// <summary>normal, copy or screen.</summary>
    public static readonly ResultExtra IdCardTypeWithScreen = new(
        ReturnIdCardType,
        new WireField("idcard_type", "normal = original, copy = photocopy, screen = photographed from a screen.", null),
        card => new ResultText("idcard_type", card.Inspection switch
        {
            { Screen: > CardInspection.AlarmAbove } => "screen",
            { Copy: > CardInspection.AlarmAbove } => "copy",
            _ => "normal",
        })) { Checks = CardChecks.Copy | CardChecks.Screen };

    /// <summary>normal or copy.</summary>
    public static readonly ResultExtra IdCardType = new(
        ReturnIdCardType,
        new WireField("idcard_type", "normal = original, copy = photocopy.", null),
        card => new ResultText("idcard_type", card.Inspection.Copy > CardInspection.AlarmAbove ? "copy" : "normal")) { Checks = CardChecks.Copy };

    /// <summary>The score behind <see cref="IdCardType"/>.</summary>
    public static readonly ResultExtra IdCardTypeScore = Score(ReturnIdCardType, "idcard_type_score", "copy; otherwise original", CardChecks.Copy, i => i.Copy);

    /// <summary>A check of the picture: its result and its score.</summary>
    /// <param name="name">The switch.</param>
    /// <param name="score">Member of <c>score_info</c>.</param>
    /// <param name="description">What it looks for.</param>
    /// <param name="alarm">What a score above the threshold means, and what one below.</param>
    /// <param name="check">The check.</param>
    /// <param name="of">Its score.</param>
    public static IEnumerable<ResultExtra> Check(string name, string score, string description, string alarm, CardChecks check, Func<CardInspection, int> of)
    {
        SwitchOption option = new(name, description);
        return
        [
            new ResultExtra(
                option,
                new WireField($"{name}_result", $"true = {alarm}.", null) { Kind = WireKind.Flag },
                card => new ResultFlag($"{name}_result", of(card.Inspection) > CardInspection.AlarmAbove)) { Checks = check },
            Score(option, score, alarm, check, of),
        ];
    }

    private static ResultExtra Score(SwitchOption option, string score, string alarm, CardChecks check, Func<CardInspection, int> of) => new(
        option,
        new WireField("score_info", "Scores of the requested checks.", null, Members: [new(score, $"Integer 0 to 99. Above 50: {alarm}.", null) { Kind = WireKind.WholeNumber }]),
        card => new ResultGroup("score_info", [new ResultNumber(score, of(card.Inspection))])) { Checks = check };
}
