internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The relevant bodies of a case review: section 105 of the Act of 2014.
///
/// They are the council, the chief officer of police, the integrated care board, and the providers of
/// social housing that were co-opted (Schedule 4). One that has no entry in the directory can be
/// recorded by what it is.
struct RelevantBodies: Sendable {
  static let section = "section 105"
  static let kinds: [AgencyKind] = [.council, .police, .health, .housing]

  /// One of them, as it is recorded.
  struct Body: Equatable, Sendable {
    let code: String
    let name: String
    let kind: AgencyKind
  }

  let all: [Body]

  init(_ agencies: [Agency]) {
    all = Self.kinds.flatMap { kind in
      let known = agencies.filter { $0.kind == kind }
      return known.isEmpty
        ? [Body(code: kind.rawValue, name: Self.title(kind), kind: kind)]
        : known.map { Body(code: $0.id.description, name: $0.name, kind: kind) }
    }
  }

  var choices: [Choice] {
    all.map { body in
      let title = Self.title(body.kind)
      return Choice(body.code, body.name, hint: body.name == title ? nil : title)
    }
  }

  func chosen(_ codes: [String]) -> [Body] { all.filter { codes.contains($0.code) } }

  /// What a body is called in the Act.
  static func title(_ kind: AgencyKind) -> String {
    switch kind {
    case .council: "The council"
    case .police: "The chief officer of police"
    case .health: "The integrated care board"
    case .housing: "A provider of social housing"
    case .probation, .fire, .voluntary: kind.title
    }
  }
}

/// Which relevant bodies decided, with the reason where one of them did not.
struct DecidingBodies {
  static let missing =
    "Choose the council and the police at least, or one of them with the reason why the other did not "
    + "take part: the relevant bodies decide together (section 105)"
  static let noReason =
    "Choose the integrated care board, or enter why it did not take part: a refusal is the decision of "
    + "all relevant bodies (section 105)"

  let lines: [(String, String)]

  init(
    _ fields: Fields, _ form: inout FormReader, _ bodies: RelevantBodies,
    _ decision: ReviewDecision?
  ) {
    let chosen = bodies.chosen(fields.all("bodies"))
    let more = form.optionalText("bodies-more", limit: 300) ?? ""
    let reason = form.optionalText("absent", limit: CaseForms.limit) ?? ""
    let needed: [AgencyKind] =
      decision == .noReview ? [.council, .police, .health] : [.council, .police]
    let absent = needed.filter { kind in !chosen.contains { $0.kind == kind } }
    if absent.count > 1 || absent.first.map({ $0 != .health && reason.isEmpty }) == true {
      form.refuse("bodies", Self.missing)
    } else if absent == [.health], reason.isEmpty {
      form.refuse("absent", Self.noReason)
    }
    lines = [
      ("Bodies", (chosen.map(\.name) + [more]).filter { !$0.isEmpty }.joined(separator: ", ")),
      (
        "Did not take part",
        reason.isEmpty
          ? "" : (absent.map(RelevantBodies.title) + [reason]).joined(separator: ". ")
      ),
    ]
  }
}
