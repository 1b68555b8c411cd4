/// One of the tables in which open cases come.
enum CarryTable: String, CaseIterable, Codable, Sendable {
  case cases
  case people
  case actions
  case notes

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  var fields: [CarryField] { CarryField.all.filter { $0.table == self } }
}

/// A list of words of another system, each of which means one of ours.
enum CarryList: String, CaseIterable, Sendable {
  case kind
  case priority
  case role
  case organisation
  case note
  case officer

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// What a line of the mapping may say on our side.
  var choices: String {
    switch self {
    case .kind: ReportKind.all.map(\.id).joined(separator: ", ")
    case .priority: "1, 2 or 3"
    case .role: CasePart.allCases.map(\.rawValue).joined(separator: ", ")
    case .organisation: "the short word of an organisation, such as council"
    case .note: CarryField.noteKinds.map(\.rawValue).joined(separator: ", ")
    case .officer: "the address the officer signs in with"
    }
  }
}

/// A field of ours that a column of another system fills.
struct CarryField: Sendable, Equatable {
  let table: CarryTable
  let name: String
  /// What belongs into it, in a sentence.
  let words: String
  var isNeeded = false
  /// The list its words are looked up in.
  var list: CarryList?

  static let noteKinds: [CaseEntryKind] = [.fact, .opinion, .contact]

  static let all: [CarryField] = [
    CarryField(
      table: .cases, name: "reference", words: "Its reference there, with a figure in it.",
      isNeeded: true),
    CarryField(
      table: .cases, name: "received", words: "The day the first report came; a time may follow.",
      isNeeded: true),
    CarryField(
      table: .cases, name: "priority", words: "How soon it has to begin.", isNeeded: true,
      list: .priority),
    CarryField(
      table: .cases, name: "title",
      words: "What it is called, without names. Where there is none: its kind and place."),
    CarryField(table: .cases, name: "kind", words: "What it is about.", list: .kind),
    CarryField(
      table: .cases, name: "officer", words: "Who works on it, by the address they sign in with.",
      list: .officer),
    CarryField(table: .cases, name: "place", words: "A street or postcode."),
    CarryField(
      table: .cases, name: "started",
      words: "The day of the first contact. Without one the work has to begin, from the import on."),
    CarryField(
      table: .cases, name: "updated",
      words:
        "The day the complainant last heard of it; they hear again after the days of the standard."),
    CarryField(
      table: .cases, name: "due", words: "The day they hear again, where that was promised."),
    CarryField(
      table: .people, name: "reference", words: "The reference of the case.", isNeeded: true),
    CarryField(table: .people, name: "name", words: "Their name.", isNeeded: true),
    CarryField(
      table: .people, name: "role", words: "What they are in the case.", isNeeded: true,
      list: .role),
    CarryField(table: .people, name: "other-names", words: "Earlier or other names."),
    CarryField(table: .people, name: "born", words: "Their date of birth."),
    CarryField(table: .people, name: "contact", words: "Address, telephone or email."),
    CarryField(table: .people, name: "safety", words: "When and how it is safe to reach them."),
    CarryField(table: .people, name: "notes", words: "What else to know."),
    CarryField(
      table: .actions, name: "reference", words: "The reference of the case.", isNeeded: true),
    CarryField(table: .actions, name: "task", words: "What is to be done.", isNeeded: true),
    CarryField(
      table: .actions, name: "organisation", words: "Who does it.", isNeeded: true,
      list: .organisation),
    CarryField(table: .actions, name: "due", words: "The day it is due.", isNeeded: true),
    CarryField(
      table: .actions, name: "done", words: "The day it was done; empty while it was not."),
    CarryField(
      table: .notes, name: "reference", words: "The reference of the case.", isNeeded: true),
    CarryField(table: .notes, name: "at", words: "When it was; a time may follow.", isNeeded: true),
    CarryField(table: .notes, name: "text", words: "What was written.", isNeeded: true),
    CarryField(
      table: .notes, name: "kind", words: "What it is; a fact where nothing says otherwise.",
      list: .note),
  ]
}
