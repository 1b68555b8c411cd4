internal import Kernel
internal import Partnership

/// What the wording of a letter may name.
///
/// Nothing of who told what is among it, so that no wording can tell somebody complained of.
enum CaseLetterField: String, CaseIterable, Sendable {
  case name
  case reference
  case opened
  case next
  case officer
  case phone
  case report
  case review
  case partnership

  /// What it holds, in words.
  var title: String {
    switch self {
    case .name: "Name of whom it goes to; empty where only their looks are known"
    case .reference: "Reference of the case"
    case .opened: "The day the case was opened"
    case .next:
      "The day by which they next hear how it stands; empty while the clocks stand still or that day is here"
    case .officer: "The officer of the case, or who writes"
    case .phone: "Telephone number for reports and its hours"
    case .report: "The page on which it is reported again"
    case .review: "The page about case reviews"
    case .partnership: "Name of the partnership"
    }
  }

  static let all = allCases.map { WordingField($0.rawValue, $0.title) }
}

/// What stands in the fields of one letter.
struct CaseLetterContext {
  let file: CaseFile
  /// Of whom it goes to; empty where it is not known.
  let name: String
  let today: Day
  /// The officer of the case, or who writes.
  let officer: String
  let lines: ServiceLines
  let settings: Settings
  let partnership: String

  var values: [String: String] {
    CaseLetterField.allCases.reduce(into: [:]) { $0[$1.rawValue] = value($1) }
  }

  private func value(_ field: CaseLetterField) -> String {
    switch field {
    case .name: name
    case .reference: file.reference.description
    case .opened: London.day(file.openedAt).words
    case .next:
      // A day that is over is no promise.
      file.state == .open && London.day(file.updateDue) > today
        ? London.day(file.updateDue).words : ""
    case .officer: officer
    case .phone: [lines[.phone], lines[.phoneHours]].compactMap(\.self).joined(separator: ", ")
    case .report: settings.publicURL + "/report"
    case .review: settings.publicURL + "/case-review"
    case .partnership: partnership
    }
  }
}
