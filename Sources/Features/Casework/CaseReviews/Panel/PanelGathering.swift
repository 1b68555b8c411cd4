internal import Database
internal import Kernel
internal import Partnership

/// Gathers the pages of a panel's papers anew from the record, page by page.
struct PanelGathering {
  let services: Services
  let review: CaseReview

  /// Entries that say what was done; opinions, risk, warnings and who is known to whom stay in the case.
  private static let done: Set<CaseEntryKind> = [
    .opened, .fact, .contact, .interview, .action, .actionDone, .paused, .resumed, .closed,
    .reopened,
    .referral,
    .referralAnswer, .support, .answer, .handedOn, .takenBack,
  ]
  private static let reason: StaticString = "the papers of a panel"
  private var records: CaseReviewRecords { CaseReviewRecords(keyring: services.keyring) }

  /// The pages with what was chosen for each.
  func pages(_ read: Read) throws -> [PanelPage] {
    let request = try CaseReviewStore(services).content(review, read).reveal(for: Self.reason)
    let complaints = try records.complaints(of: review.id, read)
    let cases = try casePages(try LinkedCases(review, services, read), read)
    let others = Set(cases.flatMap(\.others)).sorted()
    let own = try [application(request), tested(complaints, read)] + recorded(read)
    let chosen = try PanelStore(keyring: services.keyring).choices(of: review.id, read)
    return (own + cases).map { source in
      var source = source
      // A name of somebody in a case is no less theirs where the applicant or a body wrote it.
      source.others = others
      return PanelPage(source, own: request.names, chosen[source.key])
    }
  }

  /// What was asked; how to reach the applicant is with whoever prepares the papers.
  private func application(_ request: CaseReviewRequest) -> PanelSource {
    let lines = [
      ("Reference", review.reference.description), ("Applied", review.appliedOn.words),
      ("How", review.channel.title),
      ("For whom", Self.forWhom(request)), ("Consent", request.victim?.words ?? ""),
      ("Applicant", request.name), ("In their words", request.story),
      ("References they gave", request.references),
    ]
    return PanelSource(key: "application", title: "The application", lines: Self.lines(lines))
  }

  private static func forWhom(_ request: CaseReviewRequest) -> String {
    guard request.isOnBehalf else { return "For themselves" }
    return request.victim?.name ?? "For somebody else, who agrees"
  }

  /// Each complaint with its days, and the two answers.
  private func tested(_ complaints: [ReviewComplaint], _ read: Read) throws -> PanelSource {
    let rule = try ReviewActs.rule(of: review, read)
    let law = try ReviewLawStore.of(review, read)
    let verdict = ReviewVerdict(
      complaints.map { $0.tested(applied: review.appliedOn, rule: rule, law: law) },
      applied: review.appliedOn, rule: rule, law: law)
    let rows = ReviewModel.labelled(complaints, applied: review.appliedOn, rule, law).map { one in
      let content = one.complaint.content.reveal(for: Self.reason)
      let about = [content.reference, content.what].filter { !$0.isEmpty }.joined(separator: ": ")
      return [
        "\(one.label). \(one.complaint.body.title). \(about)",
        one.complaint.behaviour?.words ?? "Not known", one.complaint.reported?.words ?? "Not known",
        one.test.reportBy?.words ?? "Not known", one.test.applyBy?.words ?? "Not known",
        (one.test.qualifies ? "Counts. " : "Does not count. ") + one.test.words,
      ]
    }
    var lines = [
      ("The floor set by law, \(law.section)", ReviewVerdicts.words(verdict, complaints.count))
    ]
    if let local = verdict.local, let rule {
      lines.append(("The local rule, version \(rule.number)", ReviewVerdicts.words(local, rule)))
    }
    return PanelSource(
      key: "complaints", title: "The reports and the two tests", lines: Self.lines(lines),
      table: PanelPapers.Table(
        columns: [
          "Report", "It happened", "It was reported", "Last day to report", "Apply by", "Result",
        ], rows: rows))
  }

  /// What the victim wishes, what each body did, and the decision, as they were written down.
  private func recorded(_ read: Read) throws -> [PanelSource] {
    let all = try records.records(of: review.id, read)
    var pages: [PanelSource] = []
    for kind in [ReviewRecord.Kind.wishes, .account, .decision] {
      for (number, record) in all.filter({ $0.kind == kind }).enumerated() {
        let content = record.content.reveal(for: Self.reason)
        let title =
          kind == .account
          ? "What a body did: \(content.lines.first?.words ?? "")" : kind.title
        pages.append(
          PanelSource(
            key: "\(kind.rawValue)-\(number + 1)", title: title,
            lines: content.lines.map { PanelPapers.Line(heading: $0.heading, words: $0.words) }
              + [PanelPapers.Line(heading: "Written down", words: London.words(record.at))]))
      }
    }
    return pages
  }

  /// A page for each case it is about: what its record says was done.
  private func casePages(_ linked: LinkedCases, _ read: Read) throws -> [PanelSource] {
    let agencies = try services.people.agencies(read)
    return try linked.cases.compactMap { reference -> PanelSource? in
      guard let file = try CaseStore(services).find(reference, read) else { return nil }
      let others = try AccessCaseItems(
        services: services, file: file, people: [], told: [], named: []
      ).otherNames(read)
      let parts = CasePartStore(keyring: services.keyring)
      let done = try parts.entries(of: file.id, read).filter { Self.done.contains($0.kind) }
      let entries = done.reversed().map { entry in
        PanelPapers.Line(
          heading: "\(London.day(entry.at).words), \(entry.kind.title.lowercased())",
          words: entry.words.reveal(for: Self.reason))
      }
      let actions = try parts.actions(of: file.id, read).map { action in
        let body = agencies.first { $0.id == action.organisation }?.name ?? "Another organisation"
        let state = action.doneAt.map { "done \(London.day($0).words)" } ?? "not done yet"
        return PanelPapers.Line(
          heading: "\(body), due \(action.due.words), \(state)",
          words: action.task.reveal(for: Self.reason))
      }
      let head = PanelPapers.Line(
        heading: "The case",
        words: "\(file.kind.title), opened \(London.day(file.openedAt).words). \(file.state.title)."
      )
      return PanelSource(
        key: "case-\(reference)", title: "What was done: case \(reference)",
        lines: [head] + (entries + actions).filter { !$0.words.isEmpty },
        others: others)
    }
  }

  private static func lines(_ lines: [(String, String)]) -> [PanelPapers.Line] {
    lines.filter { !$0.1.isEmpty }.map { .init(heading: $0.0, words: $0.1) }
  }
}
