internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Carries out what is asked of a request; each step is in the audit trail.
struct AccessActs {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  var store: AccessStore { AccessStore(services: services) }
  private var today: Day { London.day(now) }

  func open(_ form: AccessForm, in write: Write) throws -> AccessRequest {
    let request = try store.add(form, by: account, at: now, in: write)
    try note("access.opened", request, ["due": request.dueOn.description], in: write)
    return request
  }

  func prove(_ reference: Reference, _ form: ProofOfSelfForm, in write: Write) throws {
    let request = try openRequest(reference, write)
    var content = request.content.reveal(for: "recording a proof")
    content.proof = form.proof
    try store.keep(
      request, proved: form.proved, isExtended: request.isExtended, content, in: write)
    try note("access.proved", request, ["day": form.proved.description], in: write)
  }

  /// Two months more, told to them within the first.
  func extend(_ reference: Reference, because reason: String, in write: Write) throws {
    let request = try openRequest(reference, write)
    guard request.regime == .general else {
      throw Refusal("extension", "Under Part 3 of the Act the time cannot be made longer")
    }
    guard !request.isExtended else { throw Refusal("extension", "It was made longer before") }
    guard today <= request.dueOn else {
      throw Refusal("extension", "It must be told within the first month, which is over")
    }
    var content = request.content.reveal(for: "recording more time")
    content.extensionReason = reason
    try store.keep(request, proved: request.provedOn, isExtended: true, content, in: write)
    try note("access.extended", request, in: write)
  }

  /// Looks for whom it is about, with what the trail keeps of the search.
  func search(
    _ request: AccessRequest, _ read: Read
  ) throws -> (found: [FoundPerson], detail: [String: String]) {
    let content = request.content.reveal(for: "looking for whom a request is about")
    let search = Search(services: services)
    let query = try SearchQuery(
      "\(content.name) \(content.otherNames)", born: nil, letters: services.settings.letters)
    let result = try search.find(query, read)
    return (result.people, search.detail(query, result))
  }

  /// What the trail keeps where no page does: a search, and that an item was read.
  func noteSearch(
    _ request: AccessRequest, _ detail: [String: String], in write: Write
  ) throws { try note("access.searched", request, detail, in: write) }

  func noteReading(_ request: AccessRequest, _ key: String, in write: Write) throws {
    try note("access.read", request, ["item": key], in: write)
  }

  func choose(_ reference: Reference, _ choice: AccessChoice, in write: Write) throws {
    let request = try openRequest(reference, write)
    guard choice.count <= AccessRecord.most else {
      throw Refusal("record", "Choose at most \(AccessRecord.most)")
    }
    try store.keep(choice, of: request.id, in: write)
    try note("access.chosen", request, ["records": String(choice.count)], in: write)
  }

  /// Everything that is kept about them, with what was decided.
  func review(_ request: AccessRequest, _ read: Read) throws -> AccessReview {
    let choice = try store.choice(request.id, read)
    let others = try AccessOthers(services: services).records(choice.others, read)
    let items =
      try AccessGathering(services: services, request: request).items(choice.records, read)
      + others.flatMap { $0.record.items(of: $0.other) }
    let apart = try services.apart.answer(request.reference, services, read)
    let fromApart = apart.given.flatMap { one in
      one.things.items(of: AccessOther(kind: "apart", record: one.record))
    }
    return AccessReview(
      items + fromApart, request, try store.decisions(request.id, read),
      apart: apart.isDue
        ? .due : fromApart.isEmpty ? .nothing : .given(fromApart.count),
      known: try AccessOwn(services: services).known(choice.records, read)
        + ReviewPersonalData.contacts(choice.others, services, read)
        + others.map { $0.record.name.reveal(for: "what stays of one's own data") })
  }

  func decide(
    _ reference: Reference, _ key: String, _ form: AccessDecisionForm, in write: Write
  ) throws {
    let request = try openRequest(reference, write)
    guard let one = try review(request, write).items.first(where: { $0.item.key == key }) else {
      throw AccessProblem.notFound
    }
    try keep(
      one, isGiven: form.isGiven, form.reason, form.passages, withFile: form.withFile, request,
      in: write)
  }

  /// Leaves everything out that nobody decided about yet; how many that were.
  func leaveRest(
    _ reference: Reference, because reason: LeavingReason, in write: Write
  ) throws -> Int {
    let request = try openRequest(reference, write)
    let open = try review(request, write).open
    for one in open {
      try keep(one, isGiven: false, reason, [], withFile: false, request, in: write)
    }
    return open.count
  }

  private func keep(
    _ one: ReviewedItem, isGiven: Bool, _ reason: LeavingReason?, _ passages: [String],
    withFile: Bool, _ request: AccessRequest, in write: Write
  ) throws {
    let decision = AccessDecision(
      item: one.item.key, isGiven: isGiven, reason: isGiven ? nil : reason,
      content: Sensitive(
        .init(passages: isGiven ? passages : [], text: one.item.text, withFile: withFile)))
    try store.decide(decision, of: request.id, by: account, at: now, in: write)
    try note(
      isGiven ? "access.item-given" : "access.item-left", request,
      ["item": one.item.key, "reason": isGiven ? "" : reason?.rawValue ?? ""].filter {
        !$0.1.isEmpty
      },
      in: write)
  }

  /// Fixes what they are given; refused while they have not shown who they are or something waits.
  func release(
    _ reference: Reference, partnership: String, in write: Write
  ) throws {
    let request = try openRequest(reference, write)
    guard request.provedOn != nil else {
      throw Refusal("read", "Record first how they showed who they are")
    }
    let review = try review(request, write)
    guard review.open.isEmpty else {
      throw Refusal("read", "Decide first about what waits: \(review.open.count)")
    }
    guard review.apart != .due else {
      throw Refusal("read", "Those who keep records apart have not decided yet: ask them")
    }
    let bundle = AccessBundle(request, review, partnership: partnership, on: today)
    try store.release(request, bundle, by: account, at: now, in: write)
    try note(
      "access.released", request,
      [
        "given": String(bundle.parts.count),
        "left": String(bundle.left.reduce(0) { $0 + $1.count }),
      ],
      in: write)
  }

  /// The file they are given; that it was taken is on record first.
  func export(_ reference: Reference) throws -> [UInt8] {
    let (bundle, at) = try services.database.write { write in
      guard let request = try store.find(reference, write), let at = request.releasedAt,
        let bundle = try store.bundle(request, write)
      else { throw AccessProblem.notReleased }
      try note("access.exported", request, in: write)
      return (bundle.reveal(for: "giving somebody their own data"), at)
    }
    return try bundle.file(at: at, files: AccessCopies(services: services).entries(bundle))
  }

  private func openRequest(_ reference: Reference, _ read: Read) throws -> AccessRequest {
    guard let request = try store.find(reference, read) else { throw AccessProblem.notFound }
    guard request.isOpen else { throw AccessProblem.released }
    return request
  }

  private func note(
    _ action: String, _ request: AccessRequest, _ detail: [String: String] = [:], in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: action, subject: request.subject, detail: detail, at: now),
      in: write)
  }
}
