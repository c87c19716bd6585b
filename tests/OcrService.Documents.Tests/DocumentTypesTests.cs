using OcrService.Documents.Fields;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests;

public sealed class DocumentTypesTests
{
    [Fact]
    public void Declarations_of_the_assembly_are_found() =>
        DocumentTypes.Discover().All.Select(t => t.Name).ShouldContain("passport");

    [Fact]
    public void A_type_is_found_by_its_name()
    {
        DocumentTypes types = DocumentTypes.Discover();

        types.Find("passport").ShouldNotBeNull().Name.ShouldBe("passport");
        types.Find("library-card").ShouldBeNull();
    }

    /// <summary>The contract's column "operation", irregular as it is.</summary>
    [Fact]
    public void Operations_have_the_names_that_the_SDKs_use() =>
        DocumentTypes.Discover().All.ToDictionary(t => t.Name, t => t.Contract.Operation).ShouldBe(
            new Dictionary<string, string>
            {
                ["passport"] = "RecognizePassport",
                ["thailand-id-card"] = "RecognizeThailandIdcard",
                ["cambodian-idcard"] = "RecognizeCambodianIdCard",
                ["myanmar-id-card"] = "RecognizeMyanmarIdcard",
                ["myanmar-driver-license"] = "RecognizeMyanmarDriverLicense",
                ["chile-id-card"] = "RecognizeChileIdCard",
                ["hk-id-card"] = "RecognizeHkIdCard",
                ["macao-id-card"] = "RecognizeMacaoIdCard",
                ["exit-entry-permit"] = "RecognizeExitEntryPermit",
                ["mainland-travel-permit"] = "RecognizeMainlandTravelPermit",
            },
            ignoreOrder: true);

    [Fact]
    public void Two_types_of_one_name_are_refused() =>
        Message(new Card(new DocumentSide("front")), new Card(new DocumentSide("front"))).ShouldContain("'test-card' is declared 2 times");

    [Fact]
    public void A_key_declared_twice_is_refused() =>
        Message(new Card(new DocumentSide("front").Add(Field("name")).Add(Field("name")))).ShouldContain("'test-card', side 'front': field 'name' is declared 2 times");

    [Fact]
    public void An_anchor_without_label_is_refused()
    {
        Message(new Card(new DocumentSide("front").Add(Field("name") with { Anchor = new Anchor() }))).ShouldContain("field 'name' has an anchor without label");
        Message(new Card(new DocumentSide("front").Add(Field("name") with { Anchor = new Anchor(" ") }))).ShouldContain("field 'name' has an anchor without label");
    }

    [Fact]
    public void A_cross_check_on_an_unknown_field_is_refused() =>
        Message(new Card(new DocumentSide("front").Add(Field("name")).Agree("name", "birth", string.Equals))).ShouldContain("unknown field 'birth'");

    [Fact]
    public void A_field_without_source_or_outside_the_card_is_refused()
    {
        Message(new Card(new DocumentSide("front").Add(new FieldDefinition("name")))).ShouldContain("field 'name' has no source");
        Message(new Card(new DocumentSide("front").Add(Field("name") with { Region = new Region(0.9f, 0, 0.2f, 0.1f) }))).ShouldContain("outside the document");
    }

    [Fact]
    public void Declaration_and_contract_must_name_the_same_fields()
    {
        Message(new Card(new DocumentSide("front").Add(Field("name")).Add(Field("birth")))).ShouldBe("Document type 'test-card': field 'birth' is not in the contract.");
        Message(new Card(new DocumentSide("front"))).ShouldBe("Document type 'test-card': no side fills the field 'name' of the contract.");
    }

    private static FieldDefinition Field(string key) => new(key) { Region = new Region(0, 0, 0.5f, 0.1f), Parser = text => text };

    private static string Message(params DocumentType[] types) => Should.Throw<InvalidOperationException>(() => new DocumentTypes(types)).Message;

    private sealed class Card(params DocumentSide[] sides) : DocumentType("test-card")
    {
        public override DocumentContract Contract { get; } = new()
        {
            Operation = "RecognizeTest",
            Summary = "Test card",
            Description = "A card of no use.",
            Fields = [new("name", "Name.", "X")],
        };

        public override bool NeedsMrz => false;

        public override Outcome<DocumentResult> Extract(Page page, IPicture picture, DocumentRequest request, DocumentOptions options) => DocumentFaults.NotFound;

        protected override IEnumerable<DocumentSide> Define() => sides;
    }
}
