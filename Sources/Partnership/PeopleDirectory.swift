public import Access
public import Database
public import Kernel

/// Who belongs to the partnership, for features that name people or give them duties.
///
/// Each closure works inside the transaction it is handed. Application wires them.
public struct PeopleDirectory: Sendable {
  /// The person of an account, whether active or not; `nil` where there is no such account.
  public let person: @Sendable (ID<Account>, Read) throws -> Person?
  /// The person who signs in with an address, whether active or not; `nil` where nobody does.
  public let signingIn: @Sendable (_ address: String, Read) throws -> Person?
  /// The active people of some roles, by organisation and name.
  public let people: @Sendable (Set<Role>, Read) throws -> [Person]
  /// The bodies of the partnership, by name.
  public let agencies: @Sendable (Read) throws -> [Agency]
  /// Who holds a duty for a subject, such as `priority/3`.
  public let holders: @Sendable (Duty, _ subject: String, Read) throws -> [ID<Account>]
  /// The subjects an account holds a duty for.
  public let subjects: @Sendable (Duty, ID<Account>, Read) throws -> [String]
  /// Gives an account a duty and records it in the audit trail; does nothing where it has it.
  public let assign: @Sendable (DutyChange, Write) throws -> Void
  /// Takes a duty from an account and records it; does nothing where it has none.
  public let release: @Sendable (DutyChange, Write) throws -> Void

  /// A directory of its closures.
  public init(
    person: @escaping @Sendable (ID<Account>, Read) throws -> Person?,
    people: @escaping @Sendable (Set<Role>, Read) throws -> [Person],
    agencies: @escaping @Sendable (Read) throws -> [Agency],
    holders: @escaping @Sendable (Duty, String, Read) throws -> [ID<Account>],
    subjects: @escaping @Sendable (Duty, ID<Account>, Read) throws -> [String],
    assign: @escaping @Sendable (DutyChange, Write) throws -> Void,
    release: @escaping @Sendable (DutyChange, Write) throws -> Void,
    signingIn: @escaping @Sendable (String, Read) throws -> Person? = { _, _ in nil }
  ) {
    self.person = person
    self.people = people
    self.agencies = agencies
    self.holders = holders
    self.subjects = subjects
    self.assign = assign
    self.release = release
    self.signingIn = signingIn
  }

  /// The name of the person of an account; `nil` where there is no such account.
  public func name(of account: ID<Account>, in read: Read) throws -> Sensitive<String>? {
    try person(account, read)?.name
  }

  /// Whether an account holds a duty for a subject.
  public func holds(
    _ duty: Duty, for subject: String, _ account: ID<Account>, in read: Read
  ) throws -> Bool { try holders(duty, subject, read).contains(account) }

  /// Nobody: for tests of features that name no people.
  public static let empty = PeopleDirectory(
    person: { _, _ in nil }, people: { _, _ in [] }, agencies: { _ in [] },
    holders: { _, _, _ in [] }, subjects: { _, _, _ in [] }, assign: { _, _ in },
    release: { _, _ in })
}
