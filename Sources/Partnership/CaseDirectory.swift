public import Access
public import Database
public import Kernel

/// The cases and reports of the partnership, as features that name them see them.
///
/// Application wires it.
public struct CaseDirectory: Sendable {
  /// Of some references those of a case or a report that there is; tells no more of them.
  public let known: @Sendable ([Reference], Services, Read) throws -> Set<Reference>
  /// The page on which somebody may read a case or report; `nil` where they may not, or there is none.
  public let path: @Sendable (Reference, Actor, Services, Read) throws -> String?
  /// Some cases with somebody complained of, the latest first: for a demonstration whose records fit them.
  public let samples: @Sendable (_ most: Int, Services, Read) throws -> [Sample]

  /// A case and somebody complained of in it.
  public struct Sample: Sendable {
    /// The case.
    public let reference: Reference
    /// The day it was opened.
    public let opened: Day
    /// Where it is.
    public let place: Sensitive<String?>
    /// Who is complained of.
    public let name: Sensitive<String>
    /// Their day of birth, where it is known.
    public let born: Sensitive<Day?>

    /// A case.
    public init(
      _ reference: Reference, opened: Day, place: Sensitive<String?>, name: Sensitive<String>,
      born: Sensitive<Day?>
    ) {
      (self.reference, self.opened, self.place) = (reference, opened, place)
      (self.name, self.born) = (name, born)
    }
  }

  /// A directory of its closures.
  public init(
    known: @escaping @Sendable ([Reference], Services, Read) throws -> Set<Reference>,
    path: @escaping @Sendable (Reference, Actor, Services, Read) throws -> String?,
    samples: @escaping @Sendable (Int, Services, Read) throws -> [Sample]
  ) {
    (self.known, self.path, self.samples) = (known, path, samples)
  }

  /// No case at all: for tests of features that name none.
  public static let none = CaseDirectory(
    known: { _, _, _ in [] }, path: { _, _, _, _ in nil }, samples: { _, _, _ in [] })
}
