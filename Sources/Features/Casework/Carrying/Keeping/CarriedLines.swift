internal import Database
internal import Kernel
internal import Secrets

/// The lines and files that were kept, known again by a keyed hash of what makes each one itself.
struct CarriedLines {
  let keyring: Keyring
  let system: String

  /// Whether a line was kept before, under any version of the key.
  func isKnown(_ identity: [String], _ read: Read) throws -> Bool {
    let hashes = keyring.tokens(text(identity), for: "casework.carried")
    return try read.count(
      "SELECT COUNT(*) FROM case_carried_line WHERE line_hash IN (\(list: hashes))") > 0
  }

  func remember(_ identity: [String], _ file: ID<CaseFile>, in write: Write) throws {
    let hash = keyring.token(text(identity), for: "casework.carried")
    try write.run(
      "INSERT INTO case_carried_line (line_hash, case_file) VALUES (\(hash), \(file))")
  }

  private func text(_ identity: [String]) -> String {
    ([system] + identity).map { CaseMapping.plain($0) }.joined(separator: "\u{1F}")
  }
}

extension CarriedGroup {
  /// Each part with what it is known again by.
  ///
  /// Two people of one name are two, by their order in the table, where anything else of their
  /// lines differs: a father and his son. A line that stands twice to the letter is one.
  func identities() -> [(part: CarriedPart, identity: [String])] {
    var seen: [[String]: [[String]]] = [:]
    return parts.map { part in
      let identity = part.identity(alias)
      let whole = part.whole
      var alike = seen[identity, default: []]
      let place = alike.firstIndex(of: whole) ?? alike.endIndex
      if place == alike.endIndex { alike.append(whole) }
      seen[identity] = alike
      return (part, place == 0 ? identity : identity + [String(place + 1)])
    }
  }
}

extension CarriedPart {
  /// All a line says beside its identity.
  fileprivate var whole: [String] {
    switch content {
    case .person(_, let content):
      let person = content.reveal(for: "knowing a line again")
      return [
        person.contact, person.safety, person.notes, person.otherNames ?? "", person.born ?? "",
      ]
    case .action(_, _, _, let done): return [done?.description ?? ""]
    case .note(let kind, _, _): return [kind.rawValue]
    }
  }

  /// What makes it itself, whatever else its line says.
  func identity(_ alias: String) -> [String] {
    switch content {
    case .person(let part, let content):
      [table.rawValue, alias, part.rawValue, content.reveal(for: "knowing a line again").name]
    case .action(let task, let organisation, let due, _):
      [
        table.rawValue, alias, task.reveal(for: "knowing a line again"), organisation.description,
        due.description,
      ]
    case .note(_, let words, let at):
      [table.rawValue, alias, words.reveal(for: "knowing a line again"), at.description]
    }
  }
}
