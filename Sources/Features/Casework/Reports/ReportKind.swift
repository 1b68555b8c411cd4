/// One kind of thing people report.
struct ReportKind: Hashable, Sendable {
  /// Kept with each report.
  let id: String
  /// In the words people choose it by.
  let title: String
  var hint: String?
  var weight = Weight.usual
  /// Whether it is abuse because of who somebody is.
  var isHate = false
  /// Whether it is noise, for which there is a line to call while it goes on.
  var isNoise = false
  /// When it is anti-social behaviour, where mostly it is not.
  var exception: KindException?

  /// How much it weighs before anything else is known.
  enum Weight: Sendable {
    case usual
    case raised
    case high
  }

  static func == (one: ReportKind, other: ReportKind) -> Bool { one.id == other.id }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The kind of an id; ``other`` where it is no longer offered.
  static func of(_ id: String) -> ReportKind { all.first { $0.id == id } ?? other }
}

/// When something that is mostly no anti-social behaviour is.
struct KindException: Sendable {
  /// What decides it; `nil` where nothing makes it anti-social behaviour.
  let question: String?
  /// The answer under which it is.
  let yes: String
  /// Why it mostly is not.
  let explanation: String
  /// Who can help.
  let help: [Help]
  /// Whether it is noise where it is, for which there is a line to call while it goes on.
  var isNoise = false

  struct Help: Sendable {
    let title: String
    let text: String
  }
}
