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
    let mark = RegistrationMark.find(in: subject.vehicle) ?? letters(subject.vehicle)
    let vehicle = ContactToken(kind: .vehicle, text: Sensitive(mark))
    return [phone(reporter.phone), email(reporter.email), vehicle].filter {
      !$0.text.reveal(for: "look-up").isEmpty
    }
  }

  /// That of a telephone number.
  static func phone(_ text: String) -> ContactToken {
    ContactToken(kind: .phone, text: Sensitive(figures(text)))
  }

  /// That of an email address.
  static func email(_ text: String) -> ContactToken {
    ContactToken(kind: .email, text: Sensitive(text.lowercased()))
  }

  /// The token of a vehicle's registration mark, alone or within words such as "a white van, AB12
  /// CDE"; `nil` where there is none.
  static func vehicle(_ written: String) -> ContactToken? {
    RegistrationMark.find(in: written).map { ContactToken(kind: .vehicle, text: Sensitive($0)) }
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

  /// The hashes under every key, to be looked up.
  func hashes(_ keyring: Keyring) -> [[UInt8]] {
    let text = text.reveal(for: "look-up")
    return switch kind {
    case .phone: keyring.tokens(text, for: "casework.phone")
    case .email: keyring.tokens(text, for: "casework.email")
    case .vehicle: keyring.tokens(text, for: "casework.vehicle")
    }
  }

  /// Digits alone, the United Kingdom's code in place of the first nought.
  private static func figures(_ text: String) -> String {
    let digits = text.filter { ("0"..."9").contains($0) }
    if digits.hasPrefix("00") { return String(digits.dropFirst(2)) }
    return digits.hasPrefix("0") ? "44" + digits.dropFirst() : digits
  }

  private static func letters(_ text: String) -> String {
    text.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}
