internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Carries out what is asked of a bundle; each step is in the audit trail.
struct BundleActs {
  let services: Services
  let account: ID<Account>?
  let now: Instant
  let file: CaseFile

  var store: BundleStore { BundleStore(keyring: services.keyring) }
  var gathering: BundleGathering { BundleGathering(services: services, file: file) }

  /// Begins a bundle, with what an earlier one holds where `earlier` names one.
  func begin(_ form: BundleForm, like earlier: Int?, in write: Write) throws -> CourtBundle {
    guard try store.all(of: file.id, write).count < BundleStore.most else {
      throw Refusal("court", "A case has at most \(BundleStore.most) bundles")
    }
    let bundle = try store.add(form.content, to: file.id, by: account, at: now, in: write)
    if let earlier {
      for (paper, choice) in try store.choices(found(earlier, write).id, write) {
        try store.choose(paper, choice, in: bundle.id, write)
      }
    }
    try note("bundle.begun", bundle, in: write)
    return bundle
  }

  func change(_ number: Int, _ form: BundleForm, in write: Write) throws {
    let bundle = try open(number, write)
    try store.keep(form.content, of: bundle, in: write)
    try note("bundle.changed", bundle, in: write)
  }

  /// The papers that go in, in place of those chosen before; what was struck of those that stay stays.
  func choose(_ number: Int, _ keys: Set<String>, in write: Write) throws {
    let bundle = try open(number, write)
    let before = try store.choices(bundle.id, write)
    let papers = try gathering.papers(write)
    for key in before.keys where !keys.contains(key) { try store.leave(key, of: bundle.id, write) }
    for paper in papers where keys.contains(paper.key) && before[paper.key]?.text != paper.text {
      let choice = BundleChoice(passages: before[paper.key]?.passages ?? [], text: paper.text)
      try store.choose(paper.key, choice, in: bundle.id, write)
    }
    let count = papers.count { keys.contains($0.key) }
    try note("bundle.chosen", bundle, ["papers": String(count)], in: write)
  }

  /// Whether one paper goes in, and what is struck out of it.
  func decide(_ number: Int, _ key: String, _ form: PaperForm, in write: Write) throws {
    let bundle = try open(number, write)
    guard let paper = try gathering.papers(write).first(where: { $0.key == key }) else {
      throw BundleProblem.notFound
    }
    if form.isIn {
      let choice = BundleChoice(passages: form.passages, text: paper.text)
      try store.choose(key, choice, in: bundle.id, write)
    } else {
      try store.leave(key, of: bundle.id, write)
    }
    try note("bundle.struck", bundle, ["paper": key], in: write)
  }

  /// Fixes what the bundle holds; refused while it is empty or a paper's words changed.
  func finish(_ number: Int, from partnership: String, in write: Write) throws {
    let bundle = try open(number, write)
    let review = try review(bundle, write)
    guard !review.inside.isEmpty else { throw Refusal("read", "Choose first what goes in") }
    guard review.changed.isEmpty else {
      throw Refusal("read", "Read again what changed since it was chosen: \(review.changed.count)")
    }
    let fixed = FixedBundle(
      bundle, review, of: file, from: partnership, on: London.day(now), isDraft: false)
    try store.finish(bundle, fixed, by: account, at: now, in: write)
    try note("bundle.finished", bundle, ["papers": String(review.inside.count)], in: write)
  }

  func delete(_ number: Int, in write: Write) throws {
    let bundle = try open(number, write)
    try store.delete(bundle, in: write)
    try note("bundle.deleted", bundle, in: write)
  }

  /// What its file shows: as it was finished, or as it would be.
  func shown(
    _ bundle: CourtBundle, from partnership: String, _ read: Read
  ) throws -> FixedBundle {
    try store.fixed(bundle, read)?.reveal(for: "printing a bundle for a court")
      ?? FixedBundle(
        bundle, review(bundle, read), of: file, from: partnership, on: London.day(now),
        isDraft: true)
  }

  func review(_ bundle: CourtBundle, _ read: Read) throws -> BundleReview {
    let content = bundle.content.reveal(for: "reviewing a bundle for a court")
    let names = try gathering.names(Set(content.named), read)
    let choices = try store.choices(bundle.id, read)
    return BundleReview(
      papers: try gathering.papers(read).map { paper in
        ReviewedPaper(paper, named: names.named, others: names.others, choices[paper.key])
      })
  }

  func found(_ number: Int, _ read: Read) throws -> CourtBundle {
    guard let bundle = try store.find(number, of: file.id, read) else {
      throw BundleProblem.notFound
    }
    return bundle
  }

  func note(
    _ action: String, _ bundle: CourtBundle, _ detail: [String: String] = [:], in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: action, subject: file.subject,
        detail: detail.merging(["bundle": String(bundle.number)]) { own, _ in own }, at: now),
      in: write)
  }

  /// That its file was saved, in the trail of the case and of every order that is in it.
  func noteSaved(_ bundle: CourtBundle, in write: Write) throws {
    try note("bundle.saved", bundle, in: write)
    for subject in try subjects(of: bundle, write).sorted() {
      try services.audit.record(
        AuditEvent(
          actor: account, action: "bundle.saved", subject: subject, detail: detail(bundle), at: now),
        in: write)
    }
  }

  /// The records of other features that are in a bundle, as the audit trail calls them.
  func subjects(of bundle: CourtBundle, _ read: Read) throws -> Set<String> {
    let chosen = Set(try store.choices(bundle.id, read).keys)
    let papers = try gathering.papers(read).filter { chosen.contains($0.key) }
    return Set(papers.compactMap(\.subject))
  }

  /// Which bundle it is, in the trail of another record.
  func detail(_ bundle: CourtBundle) -> [String: String] {
    ["bundle": String(bundle.number), "case": file.reference.description]
  }

  private func open(_ number: Int, _ read: Read) throws -> CourtBundle {
    let bundle = try found(number, read)
    guard bundle.isOpen else { throw BundleProblem.finished }
    return bundle
  }
}
