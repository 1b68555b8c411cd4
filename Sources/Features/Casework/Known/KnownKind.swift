internal import Access
internal import Database
internal import Kernel

/// What kind of register an organisation keeps, of which it may be asked whether somebody is in it.
enum KnownKind: String, CaseIterable, Sendable, Bindable {
  case tenancy
  case neighbourhood
  case fireSafety = "fire-safety"
  case youth
  case education
  case street

  var title: String {
    switch self {
    case .tenancy: "Tenants and their households"
    case .neighbourhood: "Complaints about neighbours"
    case .fireSafety: "Fire safety visits"
    case .youth: "Youth work"
    case .education: "Attendance and exclusions"
    case .street: "Street outreach"
    }
  }

  /// Registers that are never asked: that somebody is in one says something of the kind the law
  /// protects most (UK GDPR, Article 9; DPA 2018, section 35(8)).
  static let never = [
    "marac": "Conferences on domestic abuse (MARAC)", "sexual-violence": "Sexual violence",
    "treatment": "Drug and alcohol treatment", "health": "Health", "channel": "Channel",
    "mappa": "MAPPA",
  ]

  /// The words a kind is chosen by.
  static let words = allCases.map(\.rawValue).joined(separator: ", ")
}

/// A register of an organisation, kept here by keyed hashes alone.
struct KnownSource: Sendable {
  let id: ID<KnownSource>
  let version: Int
  let organisation: ID<Organisation>
  let kind: KnownKind
  /// Whether it may be asked; off until somebody turns it on.
  let isOn: Bool
  /// Whom to speak to where somebody is known.
  let contact: Sensitive<String>
  let people: Int
  let loadedAt: Instant?
}

/// How a request stands.
enum KnownState: String, CaseIterable, Sendable, Bindable {
  case asked
  case approved
  case refused
}

/// A request to be told whether an organisation knows somebody.
struct KnownRequest: Sendable {
  let id: ID<KnownRequest>
  let version: Int
  let file: ID<CaseFile>
  let person: ID<CasePerson>
  let source: ID<KnownSource>
  let askedBy: ID<Account>
  let askedAt: Instant
  let state: KnownState
  let decidedAt: Instant?
  /// Whether the register has them; `nil` until the request is approved.
  let isKnown: Bool?
  let content: Sensitive<Content>

  struct Content: Codable, Equatable, Sendable {
    /// What the answer is needed for.
    var purpose = ""
    /// Why the request was refused, or what the approval rests on.
    var reason = ""
  }
}
