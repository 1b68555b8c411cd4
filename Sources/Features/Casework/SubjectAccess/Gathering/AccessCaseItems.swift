internal import Database
internal import Kernel
internal import Partnership

/// What is kept of one case, for somebody in it.
struct AccessCaseItems {
  let services: Services
  let file: CaseFile
  /// Which people of cases they are, and which reports they made or are named in.
  let people: Set<Int64>
  let told: Set<Int64>
  let named: Set<Int64>

  var store: CaseStore { CaseStore(services) }

  func items(_ read: Read) throws -> [AccessItem] {
    let everybody = try store.parts.people(of: file.id, as: CasePart.allCases, read)
    let others = try otherNames(read)
    let items =
      try [head] + everybody.map(person) + entries(read) + actions(read) + risks(read)
      + markers(read) + referrals(read) + supports(read) + places(read) + files(read)
      + parties(read) + letters(read) + shares(read) + knowns(read) + reports(read)
    return items.map { item in
      var item = item
      item.others = others
      return item
    }
  }

  /// Everybody else in the case and its reports.
  func otherNames(_ read: Read) throws -> [String] {
    let everybody = try store.parts.people(of: file.id, as: CasePart.allCases, read)
    var names = everybody.filter { !people.contains($0.id.rawValue) }.flatMap { one in
      let content = one.content.reveal(for: "striking others out")
      return [content.name, content.otherNames ?? ""]
    }
    for report in try store.reports(of: file.id, read) {
      let details = try ReportStore(services).details(report, read)
      if !told.contains(report.id.rawValue) {
        names.append(details.reporter.reveal(for: "striking others out").name)
      }
      if !named.contains(report.id.rawValue) {
        names.append(details.subject.reveal(for: "striking others out").name)
      }
    }
    return names.filter { !$0.isEmpty }
  }

  private var head: AccessItem {
    item(
      "head", "The case",
      [
        ("What", file.kind.title), ("Opened", London.day(file.openedAt).words),
        ("State", file.state.title), ("Outcome", file.outcome?.title ?? ""),
      ], .given)
  }

  private func person(_ one: CasePerson) -> AccessItem {
    let content = one.content.reveal(for: "a request for one's own data")
    let isTheirs = people.contains(one.id.rawValue)
    return item(
      "person/\(one.id)", isTheirs ? "You in the case" : "Somebody else in the case",
      [
        ("Part", one.part.title), ("Name", content.name),
        ("Other names", content.otherNames ?? ""), ("Date of birth", content.born ?? ""),
        ("Contact", content.contact), ("Safety", content.safety), ("Notes", content.notes),
      ], isTheirs ? .open : .left)
  }

  private func entries(_ read: Read) throws -> [AccessItem] {
    try store.parts.entries(of: file.id, read).reversed().map { entry in
      let words = entry.words.reveal(for: "a request for one's own data")
      return item(
        "entry/\(entry.id)", entry.kind.title, [("Words", words)], words.isEmpty ? .given : .open,
        London.day(entry.at))
    }
  }

  private func actions(_ read: Read) throws -> [AccessItem] {
    try store.parts.actions(of: file.id, read).map { action in
      item(
        "action/\(action.id)", "Something to be done",
        [("Task", action.task.reveal(for: "a request for one's own data"))], .open, action.due)
    }
  }

  private func risks(_ read: Read) throws -> [AccessItem] {
    try RiskStore(keyring: services.keyring).assessments(of: file.id, read).map { one in
      let content = one.content.reveal(for: "a request for one's own data")
      return item(
        "risk/\(one.id)", "An assessment of risk",
        [
          ("Instrument", one.title), ("Score", String(one.score)), ("Level", one.level.title),
          ("Notes", content.notes), ("Why it was raised", content.reason),
        ], standing(one.person), London.day(one.at))
    }
  }

  private func markers(_ read: Read) throws -> [AccessItem] {
    let found = try read.all(MarkerStore.ofCase(file.id)) { row in
      try VisitMarker(row: &row, services.keyring)
    }
    return found.map { one in
      let content = one.content.reveal(for: "a request for one's own data")
      return item(
        "marker/\(one.id)", "A warning to whoever visits",
        [("Warning", content.warning), ("Evidence", content.evidence)], standing(one.person),
        London.day(one.addedAt))
    }
  }

  private func referrals(_ read: Read) throws -> [AccessItem] {
    try ReferralStore(keyring: services.keyring).referrals(of: file.id, read).map { one in
      let content = one.content.reveal(for: "a request for one's own data")
      return item(
        "referral/\(one.id)", "A referral",
        [
          ("Purpose", content.purpose), ("Ground", content.basis), ("Answer", content.answer),
        ], standing(one.person), London.day(one.sentAt))
    }
  }

  private func supports(_ read: Read) throws -> [AccessItem] {
    try SupportStore(keyring: services.keyring).supports(of: file.id, read).map { one in
      item(
        "support/\(one.id)", "Support that was offered",
        [
          ("Age", String(one.age)),
          ("Offered", one.offeredOn?.words ?? ""), ("Answer", one.answer?.title ?? ""),
        ], people.contains(one.person.rawValue) ? .given : .left, London.day(one.recordedAt))
    }
  }

  private func places(_ read: Read) throws -> [AccessItem] {
    let places = try CasePlaces(keyring: services.keyring).places(of: file.id, read).map { one in
      item(
        "place/\(one.key)", "A place",
        [
          ("Place", one.name),
          ("Words", one.words?.reveal(for: "a request for one's own data") ?? ""),
        ], .open)
    }
    let vehicles = try VehicleStore(keyring: services.keyring).vehicles(of: file.id, read)
    return places
      + vehicles.map { one in
        let content = one.content.reveal(for: "a request for one's own data")
        return item(
          "vehicle/\(one.id)", "A vehicle", [("Mark", content.mark), ("Words", content.words)],
          .open, London.day(one.addedAt))
      }
  }

  /// Reports of others.
  private func reports(_ read: Read) throws -> [AccessItem] {
    try store.reports(of: file.id, read).filter {
      !told.contains($0.id.rawValue) && !named.contains($0.id.rawValue)
    }.map { one in
      item(
        "report/\(one.reference)", "A report of somebody else", [("What", one.kind.title)], .left)
    }
  }

  func standing(_ person: ID<CasePerson>?) -> AccessItem.Standing {
    person.map { people.contains($0.rawValue) ? .open : .left } ?? .open
  }

  func item(
    _ part: String, _ title: String, _ lines: [(String, String)], _ standing: AccessItem.Standing,
    _ day: Day? = nil
  ) -> AccessItem {
    AccessItem(
      key: "case/\(file.reference)/\(part)", source: "Case \(file.reference)", title: title,
      day: day,
      lines: lines.filter { !$0.1.isEmpty }.map { .init(heading: $0.0, words: $0.1) },
      standing: standing)
  }
}
