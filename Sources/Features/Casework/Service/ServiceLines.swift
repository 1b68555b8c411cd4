internal import Database

/// The telephone lines and contacts the public is shown.
///
/// Each is left out of the pages until somebody has entered it: none is made up.
struct ServiceLines: Equatable, Sendable {
  private var values: [Name: String] = [:]

  enum Name: String, CaseIterable, Sendable {
    case phone
    case phoneHours = "phone-hours"
    case noiseLine = "noise-line"
    case noiseHours = "noise-hours"
    case reviewContact = "review-contact"
    /// Told of flagged reports; no page of the public shows it.
    case dutyMailbox = "duty-mailbox"
    /// Which of the local hate strands are asked about.
    case localStrands = "local-strands"

    fileprivate static let strandWords = HateStrand.local.filter { $0 != .other }
      .map(\.rawValue).joined(separator: ", ")

    var title: String {
      switch self {
      case .phone: "Telephone number for reports"
      case .phoneHours: "When it is answered, such as “8am to 8pm”"
      case .noiseLine: "Telephone number for noise that is going on"
      case .noiseHours: "When it is answered"
      case .reviewContact: "Point of contact for case reviews"
      case .dutyMailbox: "Mailbox of those on duty, told at once of flagged reports; never shown"
      case .localStrands:
        "Local hate strands asked about beside “something else”, of “\(Self.strandWords)”; all where empty"
      }
    }
  }

  /// Why a value cannot be kept; `nil` where it can.
  static func wrong(_ value: String, _ name: Name) -> String? {
    switch name {
    case .dutyMailbox:
      return value.isEmpty || ReporterForm.isEmail(value) ? nil : ReporterForm.wrongEmail
    case .localStrands:
      return strands(value) == nil ? "Enter some of “\(Name.strandWords)”, with commas" : nil
    case .phone, .phoneHours, .noiseLine, .noiseHours, .reviewContact: return nil
    }
  }

  /// What is asked of everybody: the national strands, those of the local ones that were chosen, and
  /// something else about them.
  var strands: [HateStrand] {
    let local = Self.strands(values[.localStrands] ?? "") ?? []
    return HateStrand.allCases.filter {
      $0.isNational || $0 == .other || local.isEmpty || local.contains($0)
    }
  }

  /// The local strands of words with commas between; `nil` where one is none.
  private static func strands(_ words: String) -> [HateStrand]? {
    let words = words.split { $0 == "," || $0.isWhitespace }
    let found = words.compactMap { HateStrand(rawValue: $0.lowercased()) }
      .filter(HateStrand.local.contains)
    return found.count == words.count ? found : nil
  }

  init() {}

  /// Reads them.
  init(_ read: Read) throws {
    try read.each("SELECT name, value FROM casework_service ORDER BY name") { row in
      let (name, value) = (try row.text(), try row.text())
      if let name = Name(rawValue: name) { values[name] = value }
    }
  }

  subscript(name: Name) -> String? { values[name] }

  /// Changes one; an empty value takes it away.
  static func set(_ name: Name, _ value: String, in write: Write) throws {
    try write.run("DELETE FROM casework_service WHERE name = \(name.rawValue)")
    guard !value.isEmpty else { return }
    try write.run(
      "INSERT INTO casework_service (name, value) VALUES (\(name.rawValue), \(value))")
  }

  /// "020 7946 0000, 8am to 8pm"; `nil` where there is no number.
  var phoneWords: String? { words(.phone, .phoneHours) }
  /// The same of the line for noise.
  var noiseWords: String? { words(.noiseLine, .noiseHours) }

  private func words(_ number: Name, _ hours: Name) -> String? {
    values[number].map { number in values[hours].map { "\(number), \($0)" } ?? number }
  }
}
