internal import Design
public import Kernel
public import Markup

/// A letter as a document of its own, the same for the printer and for word processors.
///
/// Nothing of it is fetched from elsewhere.
public struct PrintedLetter: HTML {
  private let from: String
  private let address: [String]
  private let reference: String?
  private let date: Day
  private let heading: String
  private let paragraphs: [String]

  /// A letter.
  ///
  /// - Parameters:
  ///   - from: who writes, such as the partnership's name.
  ///   - address: the lines to whom; none for a notice that is handed over.
  ///   - reference: what it is about, such as `TM-7K42-0931`.
  ///   - date: the day it bears.
  ///   - heading: what it says above its words.
  ///   - words: its words; each line is a paragraph.
  public init(
    from: String, to address: [String], reference: String? = nil, on date: Day, heading: String,
    words: String
  ) {
    self.from = from
    self.address = address
    self.reference = reference
    self.date = date
    self.heading = heading
    paragraphs = words.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The document; its heading comes first, for those who hear it and for word processors, and stands
  /// below the address on paper.
  public var body: some HTML {
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      head {
        meta(.charset("utf-8"))
        title { heading }
        meta(.name("author"), .content(from))
        Raw(trusted: "<style>\(LetterStyle.text)</style>")
      }
      Markup.body {
        h1 { heading }
        p(.class("from")) { from }
        if !address.isEmpty {
          p(.class("address")) {
            for (number, line) in address.enumerated() {
              if number > 0 { br() }
              line
            }
          }
        }
        p(.class("date")) {
          date.words
          if let reference { ", our reference \(reference)" }
        }
        div(.class("words")) { for paragraph in paragraphs { p { paragraph } } }
      }
    }
  }
}

/// The look of a letter on paper: one column of A4, the address where a window of a DL envelope is.
enum LetterStyle {
  static let text = """
    @page { size: A4; margin: 20mm 25mm 25mm;
      @bottom-right { content: counter(page) " of " counter(pages);
        font: 8pt Inter, "DejaVu Sans", sans-serif; color: #333; } }
    html { font: 11pt/1.5 Inter, "DejaVu Sans", sans-serif; color: #14242b; }
    body { margin: 0; display: flex; flex-direction: column; }
    p { margin: 0 0 3mm; }
    .from { order: 1; font-weight: 700; min-height: 22mm; }
    .address { order: 2; min-height: 32mm; }
    .date { order: 3; }
    h1 { order: 4; font-size: 13pt; line-height: 1.3; margin: 3mm 0; }
    .words { order: 5; }
    """
}
