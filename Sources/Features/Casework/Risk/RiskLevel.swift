internal import Database
internal import Design

/// How great a risk is, whatever instrument found it.
enum RiskLevel: Int, CaseIterable, Comparable, Sendable {
  case standard = 1
  case medium
  case high

  static func < (one: RiskLevel, other: RiskLevel) -> Bool { one.rawValue < other.rawValue }

  var title: String {
    switch self {
    case .standard: "Standard"
    case .medium: "Medium"
    case .high: "High"
    }
  }

  /// Its shape and colour beside the word.
  var mark: MarkState {
    switch self {
    case .standard: .good
    case .medium: .warn
    case .high: .bad
    }
  }
}

/// Why a risk is to be assessed.
enum RiskDue: String, CaseIterable, Sendable, Bindable {
  /// It never was.
  case first
  /// The days its band allows are over.
  case date
  /// Something happened since.
  case incident
  /// The case was opened again.
  case reopened

  var title: String {
    switch self {
    case .first: "Assess it"
    case .date: "Assess again"
    case .incident: "Assess again: new incident"
    case .reopened: "Assess again: opened again"
    }
  }
}
