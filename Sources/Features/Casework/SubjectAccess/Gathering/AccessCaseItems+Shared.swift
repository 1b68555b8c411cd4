internal import Database
internal import Kernel
internal import Partnership

/// Files of a case, and what other organisations read and were asked.
extension AccessCaseItems {
  func files(_ read: Read) throws -> [AccessItem] {
    let own = try EvidenceStore(services).of(file.id, read).filter {
      $0.owner == .file(file.id) && $0.state != .deleted
    }
    return own.map { one in
      let content = one.content.reveal(for: "a request for one's own data")
      var found = item(
        "file/\(one.id)", "A file", [("File", one.words), ("Shows", content.description)], .open,
        London.day(one.addedAt))
      found.file = AccessFile(one, isOwn: false)
      return found
    }
  }

  /// Whom the case was given to: the law asks for those who received it.
  func parties(_ read: Read) throws -> [AccessItem] {
    let agencies = try services.people.agencies(read)
    return try PartyStore(services).parties(of: file.id, read).map { one in
      item(
        "party/\(one.id)", "An organisation that reads the case",
        [("Organisation", agencies.first { $0.id == one.organisation }?.name ?? "")], .given)
    }
  }

  /// Whether another organisation was asked for them, and what it said.
  func knowns(_ read: Read) throws -> [AccessItem] {
    let sources = try KnownSourceStore(keyring: services.keyring).all(read)
    let agencies = try services.people.agencies(read)
    return try KnownRequestStore(keyring: services.keyring).requests(of: file.id, read).map { one in
      let content = one.content.reveal(for: "a request for one's own data")
      let source = sources.first { $0.id == one.source }
      let organisation = agencies.first { $0.id == source?.organisation }?.name
      return item(
        "known/\(one.id)", "Whether another organisation knows them",
        [
          (
            "Asked of",
            [organisation, source?.kind.title].compactMap(\.self).joined(separator: ": ")
          ),
          ("Purpose", content.purpose), ("Decision", decision(one.state)), ("Why", content.reason),
          ("Answer", one.isKnown.map { $0 ? "Known" : "Not known" } ?? ""),
        ], standing(one.person), London.day(one.askedAt))
    }
  }

  /// Letters to people in the case: what it says is theirs to have, and nobody else's.
  func letters(_ read: Read) throws -> [AccessItem] {
    try CaseLetterStore(keyring: services.keyring).letters(of: file.id, read).map { one in
      let content = one.content.reveal(for: "a request for one's own data")
      return item(
        "letter/\(one.id)", "A letter: \(one.kind.title)", [("Letter", content.words)],
        standing(one.person), London.day(one.madeAt))
    }
  }

  private func decision(_ state: KnownState) -> String {
    switch state {
    case .asked: "Nobody has decided yet"
    case .approved: "Approved"
    case .refused: "Refused"
    }
  }
}
