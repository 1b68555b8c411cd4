internal import Kernel

/// What is known of the subject of an order for the equality analysis; sealed by itself, never required.
struct EqualityFacts: Codable, Equatable, Sendable {
  /// How something is known of somebody.
  enum Source: String, CaseIterable, Codable, Sendable {
    case said = "self"
    case perceived = "officer"

    var title: String {
      switch self {
      case .said: "They said so"
      case .perceived: "An officer perceived it so"
      }
    }

    /// The same as the heading of what was counted.
    var counted: String {
      switch self {
      case .said: "self-described"
      case .perceived: "perceived by an officer"
      }
    }
  }

  enum Sex: String, CaseIterable, Codable, Sendable {
    case female
    case male

    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  /// The five high-level groups of the census of 2021 in England and Wales.
  enum EthnicGroup: String, CaseIterable, Codable, Sendable {
    case asian
    case black
    case mixed
    case white
    case other

    var title: String {
      switch self {
      case .asian: "Asian, Asian British or Asian Welsh"
      case .black: "Black, Black British, Black Welsh, Caribbean or African"
      case .mixed: "Mixed or multiple ethnic groups"
      case .white: "White"
      case .other: "Other ethnic group"
      }
    }
  }

  /// The ward of somebody who lives outside the partnership's area.
  static let outside = "outside"

  /// Years on the day it was made.
  var age: Int?
  var sex: Sex?
  var sexSource: Source?
  var ethnicity: EthnicGroup?
  var ethnicitySource: Source?
  /// The code of the ward they live in, or ``outside``; empty where it is not known.
  var ward = ""

  /// Whether anything but the age, which the order has, is known.
  var isEmpty: Bool { sex == nil && ethnicity == nil && ward.isEmpty }
}
