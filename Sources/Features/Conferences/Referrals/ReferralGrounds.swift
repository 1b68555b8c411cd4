internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership

/// By what right somebody was referred.
enum ReferralGrounds: Equatable, Sendable {
  /// The grounds in law as they stood on the day, and the kinds of data that the referral tells.
  case named(Named)
  /// Of a referral from before grounds had one place: kept and shown, never chosen anew.
  case earlier(basis: String, condition: String)

  struct Named: Codable, Equatable, Sendable {
    var grounds: [ShareGround] = []
    var told: [ShareField] = []
  }

  init(stored: String?, basis: String?, condition: String?) throws {
    guard let stored else {
      self = .earlier(basis: basis ?? "", condition: condition ?? "")
      return
    }
    self = .named(try JSONDecoder().decode(Named.self, from: Data(stored.utf8)))
  }

  /// The basis in data protection law, with its section.
  var basis: (title: String, section: String) {
    switch self {
    case .named(let named):
      named.grounds.first { $0.part == .basis }.map { ($0.title, $0.section) } ?? ("", "")
    case .earlier(let basis, _): EarlierReferral.basis(basis)
    }
  }

  static let toldTitle = "What it tells"

  /// All of it, as pages show it.
  var rows: [(String, String)] {
    switch self {
    case .named(let named):
      ShareGround.Part.allCases.compactMap { part in
        named.grounds.first { $0.part == part }.map {
          (part.title, "\($0.title) (\($0.section))")
        }
      } + [(Self.toldTitle, named.told.map(\.title).joined(separator: "; "))]
    case .earlier(let basis, let condition):
      [
        ("Ground in law", "\(EarlierReferral.basis(basis).title) (\(self.basis.section))"),
        ("Condition", EarlierReferral.condition(condition)),
      ]
    }
  }
}

extension ReferralGrounds.Named {
  /// As the database keeps it.
  var stored: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }
}

/// The words that referrals of before had for their grounds.
private enum EarlierReferral {
  static func basis(_ key: String) -> (title: String, section: String) {
    switch key {
    case "public-task":
      (
        "Public task, through section 115 of the Crime and Disorder Act 1998",
        "UK GDPR, Article 6(1)(e)"
      )
    case "vital-interests": ("To save a life", "UK GDPR, Article 6(1)(d)")
    case "legal-obligation": ("A duty by law", "UK GDPR, Article 6(1)(c)")
    case "law-enforcement":
      ("Law enforcement, by a competent authority", "Data Protection Act 2018, section 35")
    default: (key, "")
    }
  }

  static func condition(_ key: String) -> String {
    let act = "Data Protection Act 2018"
    return switch key {
    case "none": "It holds nothing of the kind"
    case "safeguarding":
      "Safeguarding children and people at risk: \(act), Schedule 1, paragraph 18"
    case "unlawful-acts":
      "Preventing or detecting unlawful acts: \(act), Schedule 1, paragraph 10"
    case "statutory": "Statutory and government purposes: \(act), Schedule 1, paragraph 6"
    case "law-enforcement": "Law enforcement: \(act), Schedule 8"
    default: key
    }
  }
}
