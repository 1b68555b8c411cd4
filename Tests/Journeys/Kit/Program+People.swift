import Database
import Kernel
import Secrets
import TestKit
import Testing

extension Program {
  /// A password of the journeys' own people.
  static let password = "river anchor tulip seven"

  /// A made-up person who works for the partnership, with words that can be looked for.
  struct Person {
    let name: String
    let email: String
    let role: String

    static let analyst = Person(
      name: "Quillon Ashdownley", email: "q.ashdownley@thornmere.example", role: "analyst")
    static let administrator = Person(
      name: "Wrenna Tollgate", email: "w.tollgate@thornmere.example", role: "administrator")
  }

  /// Adds a person from the shell; their one-time link.
  func add(_ person: Person) throws -> String {
    if try done("organisation", "list").isEmpty {
      try done(
        "organisation", "add", "council", "--name", "Test Council", "--kind", "council")
    }
    return try done(
      "account", "add", person.name, "--email", person.email, "--agency", "council", "--role",
      person.role
    ).trimmed
  }

  /// Sessions of the first account that were last noted minutes ago, as the tokens of their cookies.
  func agedSessions(_ count: Int) throws -> [String] {
    let tokens = (0..<count).map { _ in SecretToken.random() }
    let then = Clock.system.now().adding(seconds: -300)
    try withDatabase { database in
      try database.write { write in
        for token in tokens {
          try write.run(
            """
            INSERT INTO session (account, hash, stage, created, seen)
            SELECT MIN(id), \(SecretToken.hash(token)), 'full', \(then), \(then) FROM account
            """)
        }
      }
    }
    return tokens
  }

  /// How many sessions were last noted minutes ago.
  func agedSessions() throws -> Int {
    let then = Clock.system.now().adding(seconds: -200)
    return try number("SELECT COUNT(*) FROM session WHERE seen < \(then)")
  }
}

extension Site {
  /// Somebody signed in to the demonstration in a role.
  func demonstrated(_ role: String) throws -> Visitor {
    let visitor = visitor()
    let answer = try visitor.signIn("\(role)@thornmere.example", "thornmere demonstration")
    try #require(answer.status == 303, "\(role) is not let in: \(answer.text)")
    return visitor
  }
}

extension String {
  /// Without the line's end.
  var trimmed: String { String(prefix { $0 != "\n" }) }
}
