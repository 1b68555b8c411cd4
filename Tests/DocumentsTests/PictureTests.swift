import Documents
import Testing

@Suite("Pictures of drawings")
struct PictureTests {
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><style>rect{fill:#0b5873}</style>\
    <rect width="100%" height="100%"/></svg>
    """

  @Test("are PNGs of as many pixels as asked for", arguments: [(1, 40, 20), (2, 80, 40)])
  func size(scale: Int, width: Int, height: Int) throws {
    let png = try Picture.png(of: Array(Self.drawing.utf8), scale: scale)
    // The header's first chunk: width and height, four bytes each, the most significant first.
    let numbers = [16, 20].map { at in png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(numbers == [width, height])
  }

  @Test("are refused where there is no drawing")
  func noDrawing() {
    #expect(throws: PictureProblem.failed) { try Picture.png(of: Array("nothing".utf8)) }
  }
}
