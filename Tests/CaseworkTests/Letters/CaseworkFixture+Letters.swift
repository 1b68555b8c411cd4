import Database
import HTTP
import Kernel
import Messages
import Partnership
import TestKit

@testable import Casework

extension CaseworkFixture {
  /// A case with a victim and somebody complained of; the numbers of the two.
  func people(
    victim: [(String, String)] = [
      ("name", "Wilhelmina Other"), ("person-contact", "7 Ocelot Row"),
    ],
    report change: (inout NewReport) -> Void = { _ in }
  ) throws -> (file: Reference, victim: ID<CasePerson>, subject: ID<CasePerson>) {
    let file = try openCase(try report(change))
    for form in [
      [("part", "victim")] + victim, [("part", "subject"), ("name", "Quentin Villain")],
    ] {
      _ = try answer("/cases/\(file)/person", form: form)
    }
    let found = try self.file(file)
    let people = try database.read { read in
      try CaseStore(services).parts.people(of: found.id, as: CasePart.allCases, read)
    }
    guard people.count == 2 else { throw CaseProblem.notFound }
    return (file, people[0].id, people[1].id)
  }

  /// What somebody types of a letter on paper.
  static let paper = [
    ("version", "1"), ("way", "letter"), ("address", "Wilhelmina Other\n7 Ocelot Row"),
    ("words", "Dear Wilhelmina\nThe tapir is gone."),
  ]

  /// Keeps a letter; its page.
  func keepLetter(
    _ file: Reference, _ kind: CaseLetterKind = .update, to person: ID<CasePerson>,
    _ form: [(String, String)] = paper
  ) throws -> String? {
    let path = CaseLetterRoute.write(file, kind: kind.rawValue, to: person).path
    return try answer(path, form: form + [("step", "keep")])?.header("Location")
  }

  func letters(_ file: Reference) throws -> [CaseLetter] {
    let found = try self.file(file)
    return try database.read { read in
      try CaseLetterStore(keyring: services.keyring).letters(of: found.id, read)
    }
  }

  func message(_ letter: CaseLetter) throws -> MessageRecord? {
    try database.read { try services.outbox.find(letter.message, in: $0) }
  }
}
