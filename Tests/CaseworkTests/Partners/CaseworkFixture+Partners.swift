import Access
import Database
import Design
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit

@testable import Casework

extension CaseworkFixture {
  /// The answer to an organisation that cases were given to; what it shows is recorded.
  func shared(
    _ path: String, as role: Role = .partner, of organisation: Int64? = nil,
    form: [(String, String)]? = nil
  ) throws -> Response? {
    let actor = Self.actor(role)
    return try services.answer(
      try Request(path, form: form),
      Actor(
        account: actor.account, organisation: organisation.map { ID($0) } ?? actor.organisation,
        role: role)
    ) { try SharedCaseHandlers(visit: $0).respond() ?? WorkHandlers(visit: $0).respond() }
  }

  /// The status of an answer; 404 where the page is not there for them.
  func sharedStatus(
    _ path: String, as role: Role = .partner, of organisation: Int64? = nil,
    form: [(String, String)]? = nil
  ) throws -> Int {
    try FeatureKit.status { try shared(path, as: role, of: organisation, form: form) }
  }

  static let party = [
    ("party", "2"), ("purpose", "Support for whoever suffers"),
    ("necessity", "It cannot help without"), ("gateway", "cda-115"), ("basis", "public-task"),
    ("recipient-said", "yes"), ("special", "safeguarding"), ("shared", "identity"),
    ("shared", "health"),
    ("earlier", "read"), ("until-day", "31"), ("until-month", "3"), ("until-year", "2027"),
  ]

  /// Gives a case to the second organisation.
  @discardableResult
  func give(_ file: Reference, _ changes: [(String, String)] = []) throws -> Int {
    let kept = Self.party.filter { field in !changes.contains { $0.0 == field.0 } }
    return try work("/cases/\(file)/party", as: .officer, form: kept + changes)
  }

  /// A case given to the second organisation.
  func givenCase(_ change: (inout NewReport) -> Void = { _ in }) throws -> Reference {
    let file = try openCase(try report(change))
    try give(file)
    return file
  }

  func date(_ name: String, _ day: String) -> [(String, String)] {
    zip(["day", "month", "year"], day.split(separator: "-").reversed()).map {
      ("\(name)-\($0)", String($1))
    }
  }
}
