internal import Kernel

/// The papers of a panel as they were issued: each reader sees the same.
struct PanelPapers: Codable, Equatable, Sendable {
  /// A heading and what stands under it.
  typealias Line = AccessItem.Line

  struct Table: Codable, Equatable, Sendable {
    let columns: [String]
    let rows: [[String]]
  }

  struct Page: Codable, Equatable, Sendable {
    let title: String
    let lines: [Line]
    let table: Table?
    /// How many passages are struck out.
    let struck: Int
  }

  let pages: [Page]
  /// How many pages were left out whole.
  let leftOut: Int
}

/// One page of the papers as the record has it, before anything is struck out.
struct PanelSource: Sendable {
  /// The same each time it is gathered, such as `case-TM-7K42-0931`.
  let key: String
  let title: String
  var lines: [PanelPapers.Line]
  var table: PanelPapers.Table?
  /// Names of others than the applicant that the record of it has.
  var others: [String] = []

  /// Its words as one text.
  var text: String {
    (lines.map { "\($0.heading): \($0.words)" }
      + (table?.rows.map { $0.joined(separator: " ") } ?? []))
      .joined(separator: "\n")
  }
}

/// What is done with one page.
struct PanelChoice: Codable, Equatable, Sendable {
  enum Treatment: String, CaseIterable, Codable, Sendable {
    case struck
    case whole
    case left

    var title: String {
      switch self {
      case .struck: "It goes in, with third parties struck out"
      case .whole: "It goes in whole: the panel needs to know who they are"
      case .left: "It is left out"
      }
    }
  }

  var treatment: Treatment
  /// Passages to strike beside.
  var passages: [String] = []
  /// The words it was chosen for: others are chosen for anew.
  var text = ""
}

/// A page with what was chosen for it.
struct PanelPage: Sendable {
  let source: PanelSource
  let treatment: PanelChoice.Treatment
  let passages: [String]
  /// Whether somebody chose for these very words.
  let isChosen: Bool
  let version: Int
  /// As the panel reads it.
  let page: PanelPapers.Page

  /// Whether somebody has to look before the papers are issued: the record of it names others.
  var waits: Bool { !isChosen && !source.others.isEmpty }

  init(_ source: PanelSource, own: [String], _ chosen: (choice: PanelChoice, version: Int)?) {
    let isChosen = chosen?.choice.text == source.text
    let choice = isChosen ? chosen?.choice : nil
    self.source = source
    self.isChosen = isChosen
    version = chosen?.version ?? 0
    treatment = choice?.treatment ?? .struck
    passages = choice?.passages ?? []
    page = Self.struck(source, treatment, passages, own)
  }

  private static func struck(
    _ source: PanelSource, _ treatment: PanelChoice.Treatment, _ passages: [String],
    _ own: [String]
  ) -> PanelPapers.Page {
    let striking = Striking(own: own, others: source.others, passages: passages)
    var count = 0
    func words(_ text: String) -> String {
      guard treatment != .whole else { return text }
      let struck = striking.strike(text)
      count += struck.count
      return struck.text
    }
    let lines = source.lines.map { PanelPapers.Line(heading: $0.heading, words: words($0.words)) }
    let table = source.table.map { table in
      PanelPapers.Table(columns: table.columns, rows: table.rows.map { $0.map(words) })
    }
    return PanelPapers.Page(title: source.title, lines: lines, table: table, struck: count)
  }
}

extension PanelPapers {
  /// What goes to the panel of some pages.
  init(_ pages: [PanelPage]) {
    self.pages = pages.filter { $0.treatment != .left }.map(\.page)
    leftOut = pages.count { $0.treatment == .left }
  }
}
