internal import FoundationEssentials
internal import Kernel
internal import Markup

/// A bundle as a document for the printer: a first page, an index, and the papers by part and day, with
/// pages numbered through (Civil Procedure Rules, Practice Direction 32, paragraph 27).
///
/// Nothing of it is fetched from elsewhere.
struct BundleDocument: HTML {
  let fixed: FixedBundle
  /// The files, by their rows.
  let files: [Int64: BundleFile]

  var body: some HTML {
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      head {
        meta(.charset("utf-8"))
        title { "Bundle \(fixed.number), \(fixed.reference)" }
        meta(.name("author"), .content(fixed.partnership))
        Raw(trusted: "<style>\(BundleStyle.text)</style>")
      }
      Markup.body {
        cover
        index
        for (number, section) in sections.enumerated() {
          h2(.class("part")) { "\(Self.letter(number)). \(section.title)" }
          for (place, part) in parts(section) {
            PaperSection(part: part, number: place + 1, file: part.evidence.flatMap { files[$0] })
          }
        }
      }
    }
  }

  private var cover: some HTML {
    section {
      if fixed.isDraft { p(.class("draft")) { "Draft. Not for the court" } }
      p(.class("court")) { fixed.court }
      if !fixed.claim.isEmpty { p { "Claim \(fixed.claim)" } }
      for party in fixed.parties.split(whereSeparator: \.isNewline) { p { String(party) } }
      h1 { "Bundle \(fixed.number)" }
      p { "Case \(fixed.reference). \(fixed.partnership), \(day(fixed.day))." }
      p { struckWords }
    }
  }

  private var index: some HTML {
    section {
      h2 { "Index" }
      table(.class("index")) {
        thead {
          tr {
            for heading in ["Number", "Paper", "Date", "Page"] { th(.scope(.col)) { heading } }
          }
        }
        tbody {
          for (number, section) in sections.enumerated() {
            tr {
              th(.class("part"), .colspan(4), .scope(.colgroup)) {
                "\(Self.letter(number)). \(section.title)"
              }
            }
            for (place, part) in parts(section) {
              tr {
                td { String(place + 1) }
                td { "\(part.title) (\(part.source))" }
                td { part.day.map(day) ?? "" }
                td { a(.class("page"), .href("#paper-\(place + 1)")) { "page " } }
              }
            }
          }
        }
      }
    }
  }

  private var sections: [BundleSection] {
    BundleSection.allCases.filter { section in fixed.parts.contains { $0.section == section } }
  }

  /// The papers of a section with their places in the bundle.
  private func parts(_ section: BundleSection) -> [(Int, FixedBundle.Part)] {
    Array(fixed.parts.enumerated()).filter { $0.element.section == section }.map { ($0, $1) }
  }

  private var struckWords: String {
    let count = fixed.parts.reduce(0) { $0 + $1.struck }
    return count == 0
      ? "No words are struck out."
      : "\(Striking.mark) stands \(count == 1 ? "once" : "\(count) times") where a text named somebody who "
        + "is not named here, or said how to reach them."
  }

  private static func letter(_ number: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number)))
  }

  private func day(_ text: String) -> String { Day(text)?.words ?? text }
}

private struct PaperSection: HTML {
  let part: FixedBundle.Part
  let number: Int
  let file: BundleFile?

  var body: some HTML {
    section(.class("paper"), .id("paper-\(number)")) {
      h3 { "\(number). \(part.title)" }
      p(.class("small")) {
        [part.source, part.day.map { Day($0)?.words ?? $0 }].compactMap(\.self)
          .joined(separator: ", ")
      }
      dl {
        for line in part.lines {
          dt { line.heading }
          dd {
            for (place, words) in line.words.split(
              separator: Striking.mark, omittingEmptySubsequences: false
            ).enumerated() {
              if place > 0 { span(.class("struck")) { Striking.mark } }
              String(words)
            }
          }
        }
      }
      if let file {
        if let hash = file.hash { p(.class("small")) { "SHA-256 of the original: \(hash)" } }
        if let note = file.note { p { "\(file.words). \(note)" } }
        for (place, picture) in file.pictures.enumerated() {
          img(
            .src("data:\(picture.type);base64,\(Data(picture.bytes).base64EncodedString())"),
            .alt("\(file.words), \(place + 1) of \(file.pictures.count)"))
        }
      }
    }
  }
}

/// The look of a bundle on paper.
private enum BundleStyle {
  static let text = """
    @page { size: A4; margin: 20mm 22mm 22mm;
      @bottom-right { content: counter(page); font: 700 11pt Inter, "DejaVu Sans", sans-serif; } }
    html { font: 10.5pt/1.45 Inter, "DejaVu Sans", sans-serif; color: #14242b; }
    body { margin: 0; } h1 { font-size: 22pt; margin: 20mm 0 6mm; }
    h2 { font-size: 15pt; break-before: page; } h3 { font-size: 11.5pt; margin: 6mm 0 1mm; }
    h2, h3 { break-after: avoid; }
    .court { font-size: 14pt; font-weight: 700; margin-top: 30mm; }
    .draft { font-weight: 700; border: 2pt solid #14242b; padding: 2mm 4mm; }
    .small { color: #44555c; font-size: 9pt; margin: 0 0 2mm; break-after: avoid; }
    table { width: 100%; border-collapse: collapse; }
    td:nth-child(n+3) { white-space: nowrap; }
    th, td { text-align: left; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: .5pt solid #9aa7ac; }
    a { color: inherit; text-decoration: none; white-space: nowrap; }
    a.page::after { content: target-counter(attr(href), page); }
    dt { font-weight: 700; break-after: avoid; } dd { margin: 0 0 2mm; white-space: pre-line; overflow-wrap: anywhere; }
    .struck { background: #14242b; color: #fff; padding: 0 1mm; }
    img { display: block; max-width: 100%; max-height: 225mm; margin: 3mm 0; }
    """
}
