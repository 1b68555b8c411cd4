internal import Kernel
internal import Partnership

/// The wording of a notice of one power, from a day on.
struct NoticeTemplate: Sendable, Equatable {
  let power: Power
  let wording: DatedWording

  /// The powers that are handed over on paper: all but those that can no longer be made.
  static let powers = Power.allCases.filter { $0.kind != .legacy }

  /// The words of a notice: of each line the fields filled in, without the lines of empty fields.
  func words(of order: Order, in zone: NoticeContext) throws -> String {
    try wording.words(
      NoticeField.allCases.reduce(into: [:]) { $0[$1.rawValue] = $1.value(of: order, zone) })
  }
}

/// What a notice needs beside its order.
struct NoticeContext: Sendable {
  /// The name of the partnership.
  let partnership: String
}

/// What a wording may name.
enum NoticeField: String, CaseIterable, Sendable {
  case name
  case born
  case place
  case prohibitions
  case requirements
  case evidence
  case tests
  case from
  case to
  case hearing
  case appeal
  case warning
  case authoriser
  case court
  case advice
  case issuer
  case reference
  case partnership

  /// What a wording of a notice may name.
  static let fields = allCases.map { WordingField($0.rawValue, $0.title) }

  /// What it holds, in words.
  var title: String {
    switch self {
    case .name: "Name of the person, body, premises or area"
    case .born: "Date of birth"
    case .place: "Place"
    case .prohibitions: "What it forbids"
    case .requirements: "What it requires"
    case .evidence: "What it rests on"
    case .tests: "The parts of the test in law that were met, with their sections"
    case .from: "From when"
    case .to: "To when"
    case .hearing: "The hearing"
    case .appeal: "The last day of an appeal, with its section"
    case .warning: "Reference of the warning it follows"
    case .authoriser: "Who signed or authorised it"
    case .court: "The court"
    case .advice: "Who advises on housing and on the law nearby"
    case .issuer: "The organisation that issues it"
    case .reference: "Its own reference"
    case .partnership: "Name of the partnership"
    }
  }

  /// What stands there; empty where the order has none.
  func value(of order: Order, _ context: NoticeContext) -> String {
    let content = order.content.reveal(for: "printing a notice")
    return switch self {
    case .name: content.name
    case .born: Day(content.born)?.words ?? ""
    case .place: order.placeName
    case .prohibitions: content.prohibitions
    case .requirements: content.requirements
    case .evidence: content.evidence
    case .tests: order.testWords(content.tests)
    case .from: order.term.startWords
    case .to: order.term.ends == nil ? "" : order.term.endWords
    case .hearing: order.hearingAt.map(London.words) ?? ""
    case .appeal: order.appealWords ?? ""
    case .warning: order.warning
    case .authoriser: content.authoriser?.title ?? ""
    case .court: content.court
    case .advice: content.advice ?? ""
    case .issuer: order.organisationName
    case .reference: order.reference
    case .partnership: context.partnership
    }
  }
}

extension Order {
  fileprivate func testWords(_ met: [String]) -> String {
    power.tests(met: met).map { "\($0.words) (\($0.section))" }.joined(separator: "; ")
  }
}
