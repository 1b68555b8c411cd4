internal import Access
internal import Kernel
internal import Partnership

/// A case of another system, checked.
struct CarriedCase: Sendable {
  let line: Int
  let reference: String
  let title: String?
  let kind: ReportKind
  let place: String?
  let priority: Priority
  let owner: ID<Account>?
  let received: Instant
  let started: Instant?
  let updated: Instant?
  let due: Day?
  /// Everything the line says, to know it again.
  let said: String
}

/// Something of a case of another system, checked.
struct CarriedPart: Sendable {
  let table: CarryTable
  let line: Int
  let reference: String
  let content: Content

  enum Content: Sendable {
    case person(CasePart, Sensitive<CasePerson.Content>)
    case action(Sensitive<String>, ID<Organisation>, due: Day, done: Instant?)
    case note(CaseEntryKind, Sensitive<String>, at: Instant)
  }
}

/// Who and which organisations the words of a table may mean.
struct CarryDirectory {
  let agencies: [Agency]
  /// The person who signs in with an address and may work cases; `nil` where there is none.
  let officer: (String) throws -> ID<Account>?

  func organisation(_ word: String) -> ID<Organisation>? {
    let plain = CaseMapping.plain(word)
    return agencies.first { $0.key == plain || CaseMapping.plain($0.name) == plain }?.id
  }
}

extension CarryLine {
  mutating func carriedCase(_ directory: CarryDirectory) throws -> CarriedCase? {
    let reference = reference()
    if row.values["received"] == nil { refuse("received", "It is empty. Fill it in") }
    let received = moment("received")
    let started = moment("started")
    let updated = moment("updated")
    let due = moment("due", mayCome: true)
    let title = text("title", most: 120)
    let place = text("place", most: 120)
    if row.values["priority"] == nil { refuse("priority", "It is empty. Fill it in") }
    let priority = word(.priority, "priority") { word in
      let plain = word.lowercased()
      return Int(plain.hasPrefix("p") ? String(plain.dropFirst()) : plain).flatMap(
        Priority.init(rawValue:))
    }
    let kind =
      word(.kind, "kind") { word in
        ReportKind.all.first {
          $0.id == word || CaseMapping.plain($0.title) == CaseMapping.plain(word)
        }
      } ?? ReportKind.other
    let owner = try word(.officer, "officer", directory.officer)
    guard isWhole, let received, let priority else { return nil }
    let values = row.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return CarriedCase(
      line: row.line, reference: reference, title: title, kind: kind, place: place,
      priority: priority, owner: owner, received: received, started: started, updated: updated,
      due: due.map { London.day($0) }, said: values.joined(separator: "\u{1F}"))
  }

  mutating func person() -> CarriedPart.Content? {
    let content = CasePerson.Content(
      name: needed("name", most: 120), contact: text("contact", most: 200) ?? "",
      safety: text("safety", most: 500) ?? "",
      notes: text("notes", most: CaseForms.limit) ?? "",
      otherNames: text("other-names", most: 200),
      born: moment("born").map { London.day($0).description })
    if row.values["role"] == nil { refuse("role", "It is empty. Fill it in") }
    let role = word(.role, "role") { word in
      CasePart.allCases.first {
        $0.rawValue == word || CaseMapping.plain($0.title) == CaseMapping.plain(word)
      }
    }
    return isWhole ? role.map { CarriedPart.Content.person($0, Sensitive(content)) } : nil
  }

  mutating func action(_ directory: CarryDirectory) -> CarriedPart.Content? {
    let task = needed("task", most: 500)
    if row.values["organisation"] == nil { refuse("organisation", "It is empty. Fill it in") }
    let agency = word(.organisation, "organisation", directory.organisation)
    if row.values["due"] == nil { refuse("due", "It is empty. Fill it in") }
    let due = moment("due", mayCome: true)
    let done = moment("done")
    guard isWhole, let agency, let due else { return nil }
    return .action(Sensitive(task), agency, due: London.day(due), done: done)
  }

  mutating func note() -> CarriedPart.Content? {
    if row.values["at"] == nil { refuse("at", "It is empty. Fill it in") }
    let at = moment("at")
    let words = needed("text", most: Self.longestNote)
    let kind =
      word(.note, "kind") { word in
        CarryField.noteKinds.first { $0.rawValue == word.lowercased() }
      } ?? .fact
    return isWhole ? at.map { CarriedPart.Content.note(kind, Sensitive(words), at: $0) } : nil
  }

  /// The most characters of a note: other systems keep whole letters in one.
  private static let longestNote = 20_000
}
