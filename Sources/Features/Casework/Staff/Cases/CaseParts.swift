internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Somebody in a case; who they are is sealed.
struct CasePerson: Sendable {
  let id: ID<CasePerson>
  let part: CasePart
  let content: Sensitive<Content>

  struct Content: Codable, Equatable, Sendable {
    var name = ""
    var contact = ""
    /// When and how it is safe to reach them.
    var safety = ""
    var notes = ""
    /// Names they had or go by; absent in what was kept before there was such a field.
    var otherNames: String?
    /// The day of birth as `YYYY-MM-DD`.
    var born: String?
    /// Whether the name only says what they look like; absent where it is their name.
    var isDescribed: Bool?
  }
}

/// Something somebody is to do about a case.
struct CaseAction: Sendable {
  let id: ID<CaseAction>
  let version: Int
  let organisation: ID<Organisation>
  let due: Day
  let doneAt: Instant?
  let task: Sensitive<String>
}

/// One entry of the story of a case.
struct CaseEntry: Sendable {
  let id: ID<CaseEntry>
  let at: Instant
  let kind: CaseEntryKind
  let account: ID<Account>?
  let words: Sensitive<String>
}
