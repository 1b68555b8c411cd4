internal import Database
internal import Kernel
internal import Secrets

/// What a report can be found again by without being told by it: keyed hashes of a telephone number,
/// an email address or a registration mark.
struct ContactToken: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable, Bindable {
    case phone
    case email
    case vehicle
  }

  let kind: Kind
  /// The value in the one form it is compared by.
  let text: Sensitive<String>

  /// The tokens of a report's own words; what was left empty gives none.
  static func of(_ reporter: Reporter, _ subject: ReportSubject) -> [ContactToken] {
    let tokens = [phone(reporter.phone), email(reporter.email), vehicle(in: subject.vehicle)]
    return tokens.compactMap(\.self).filter { !$0.text.reveal(for: "look-up").isEmpty }
  }

  /// That of a telephone number.
  static func phone(_ text: String) -> ContactToken {
    ContactToken(kind: .phone, text: Sensitive(figures(text)))
  }

  /// That of an email address.
  static func email(_ text: String) -> ContactToken {
    ContactToken(kind: .email, text: Sensitive(text.lowercased()))
  }

  /// The token of what somebody entered as a vehicle's registration mark; `nil` where there is none.
  static func vehicle(_ typed: String) -> ContactToken? {
    RegistrationMark.of(typed).map { ContactToken(kind: .vehicle, text: Sensitive($0)) }
  }

  /// The token of the mark within the words by which a reporter describes a vehicle; "white van" has
  /// none.
  static func vehicle(in words: String) -> ContactToken? {
    RegistrationMark.find(in: words).map { ContactToken(kind: .vehicle, text: Sensitive($0)) }
  }

  /// The hash under the newest key, to be kept.
  func hash(_ keyring: Keyring) -> [UInt8] {
    let text = text.reveal(for: "look-up")
    return switch kind {
    case .phone: keyring.token(text, for: "casework.phone")
    case .email: keyring.token(text, for: "casework.email")
    case .vehicle: keyring.token(text, for: "casework.vehicle")
    }
  }

  /// Keeps its hash with a report.
  func keep(_ report: ID<Report>, _ keyring: Keyring, in write: Write) throws {
    try write.run(
      """
      INSERT INTO report_token (report, kind, token)
      VALUES (\(report), \(kind), \(hash(keyring)))
      """)
  }

  /// Makes the tokens of a report anew; what was proved of one stays so.
  static func renew(
    _ report: ID<Report>, _ reporter: Reporter, _ subject: ReportSubject, _ keyring: Keyring,
    in write: Write
  ) throws {
    let proved = try write.all(
      "SELECT kind, proved_at FROM report_token WHERE report = \(report) AND proved_at IS NOT NULL"
    ) { row in (try row.choice(Kind.self), try row.parsed(Instant.self)) }
    try write.run("DELETE FROM report_token WHERE report = \(report)")
    for token in of(reporter, subject) { try token.keep(report, keyring, in: write) }
    for (kind, at) in proved {
      try write.run(
        "UPDATE report_token SET proved_at = \(at) WHERE report = \(report) AND kind = \(kind)")
    }
  }

  /// The hashes under every key, to be looked up.
  func hashes(_ keyring: Keyring) -> [[UInt8]] {
    let text = text.reveal(for: "look-up")
    return switch kind {
    case .phone: keyring.tokens(text, for: "casework.phone")
    case .email: keyring.tokens(text, for: "casework.email")
    case .vehicle: keyring.tokens(text, for: "casework.vehicle")
    }
  }

  /// Digits alone with the country's code before them and no nought between: "07700 900123", "+44 (0)7700
  /// 900123" and "0044 7700 900123" are one.
  private static func figures(_ text: String) -> String {
    let digits = text.filter { ("0"..."9").contains($0) }
    let isWorld = text.drop { !("0"..."9").contains($0) && $0 != "+" }.hasPrefix("+")
    let figures: Substring
    if isWorld {
      figures = digits[...]
    } else if digits.hasPrefix("00") {
      figures = digits.dropFirst(2)
    } else if digits.hasPrefix("0") {
      return home + digits.drop { $0 == "0" }
    } else if digits.count == 10, digits.hasPrefix("7") {
      return home + digits  // a mobile number without its nought
    } else {
      figures = digits[...]
    }
    guard figures.hasPrefix(home) else { return String(figures) }
    return home + figures.dropFirst(home.count).drop { $0 == "0" }
  }

  /// The code of the United Kingdom.
  private static let home = "44"
}
