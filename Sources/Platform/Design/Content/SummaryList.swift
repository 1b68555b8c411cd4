public import Markup

/// Questions with their answers, each with a link to change it: for checking before sending, and
/// for the facts of a record.
public struct SummaryList: HTML {
  private let rows: [SummaryRow]

  /// Answers in words; the third of each is the path that changes it.
  public init(_ rows: [(key: String, value: String, change: String?)]) {
    self.rows = rows.map { row in SummaryRow(row.key, change: row.change) { row.value } }
  }

  /// Answers drawn with other pieces.
  public init(rows: [SummaryRow]) { self.rows = rows }

  /// The list.
  public var body: some HTML {
    let hasChanges = rows.contains { $0.change != nil }
    return div(.class("contain")) {
      dl(.class("summary")) {
        for row in rows {
          div(.class("three").when(hasChanges)) { row }
        }
      }
    }
  }
}

/// One question with its answer.
public struct SummaryRow: HTML {
  private let key: String
  private let value: AnyHTML
  let change: String?

  /// A question with its answer, and the path that changes it.
  public init(_ key: String, change: String? = nil, @HTMLBuilder value: () -> some HTML) {
    self.key = key
    self.value = AnyHTML(value())
    self.change = change
  }

  /// Question, answer, link.
  public var body: some HTML {
    dt { key }
    dd { value }
    if let change {
      dd {
        a(.href(change)) {
          "Change"
          span(.class("hide")) { " \(key)" }
        }
      }
    }
  }
}
