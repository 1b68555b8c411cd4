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

    var title: String {
      switch self {
      case .phone: "Telephone number for reports"
      case .phoneHours: "When it is answered, such as “8am to 8pm”"
      case .noiseLine: "Telephone number for noise that is going on"
      case .noiseHours: "When it is answered"
      case .reviewContact: "Point of contact for case reviews"
      }
    }
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
