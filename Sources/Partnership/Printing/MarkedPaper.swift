public import Markup

/// A document of its own that bears on every page who reads it; nothing of it is fetched from elsewhere.
public struct MarkedPaper<Content: HTML>: HTML {
  private let name: String
  private let author: String
  private let reader: String
  private let mark: String
  private let content: Content

  /// A document for the printer.
  ///
  /// - Parameters:
  ///   - title: what it is, without a name of a person.
  ///   - author: who has it made, such as the partnership.
  ///   - reader: the name that stands across each page.
  ///   - mark: who reads it, when, and what they may do with it; it stands below each page.
  ///   - content: what it says, under headings of the second level.
  public init(
    _ title: String, by author: String, reader: String, mark: String,
    @HTMLBuilder content: () -> Content
  ) {
    name = title
    self.author = author
    self.reader = reader
    self.mark = mark
    self.content = content()
  }

  /// The document.
  public var body: some HTML {
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      head {
        meta(.charset("utf-8"))
        title { name }
        meta(.name("author"), .content(author))
        Raw(trusted: "<style>\(MarkedPaperStyle.text)</style>")
      }
      Markup.body {
        p(.class("printed")) { "Printed by \(mark)" }
        p(.class("across")) { reader }
        h1 { name }
        content
      }
    }
  }
}

/// The look of marked papers: the marking above, the reader across and below each page.
enum MarkedPaperStyle {
  static let text = """
    @page { size: A4; margin: 20mm 18mm 22mm;
      @top-center { content: "OFFICIAL-SENSITIVE"; font: 700 9pt Inter, "DejaVu Sans", sans-serif; }
      @bottom-left { content: string(printed); width: 85%; text-align: left;
        font: 7.5pt Inter, "DejaVu Sans", sans-serif; color: #333; }
      @bottom-right { content: counter(page) " of " counter(pages);
        font: 7.5pt Inter, "DejaVu Sans", sans-serif; color: #333; } }
    html { font: 10pt/1.45 Inter, "DejaVu Sans", sans-serif; color: #14242b; }
    body { margin: 0; }
    .printed { string-set: printed content(); font-size: 8pt; margin: 0 0 4mm;
      border-bottom: 0.5pt solid #6d8087; padding-bottom: 1.5mm; }
    .across { position: fixed; top: 110mm; left: 0; right: 0; text-align: center; margin: 0;
      font-size: 44pt; font-weight: 700; color: #e4eaea; transform: rotate(-35deg); z-index: -1; }
    h1 { font-size: 16pt; line-height: 1.25; margin: 0 0 4mm; }
    h2 { font-size: 12pt; margin: 0 0 2mm; border-top: 1.5pt solid #1b5568; padding-top: 1.5mm;
      color: #1b5568; break-after: avoid; }
    h3, .as-h3 { font-size: 10pt; font-weight: 600; margin: 3mm 0 1mm; break-after: avoid; }
    p { margin: 0 0 1.5mm; }
    section { margin: 0 0 6mm; }
    .prewrap { white-space: pre-wrap; }
    dl { margin: 0; } dt { font-weight: 600; break-after: avoid; }
    dd { margin: 0 0 2mm; white-space: pre-wrap; }
    .quiet { color: #44545a; }
    table { width: 100%; border-collapse: collapse; margin: 1mm 0 2mm; }
    caption { text-align: left; font-weight: 600; }
    th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0;
      border-bottom: 0.5pt solid #c6d2d3; }
    tr { break-inside: avoid; }
    """
}
