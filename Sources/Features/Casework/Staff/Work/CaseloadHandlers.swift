internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Who has how much; handing all of somebody's open cases to another.
struct CaseloadHandlers {
  let visit: StaffVisit

  func respond() throws -> Response {
    try CasePolicy.require(.list, visit.actor)
    guard visit.request.method == .post else { return try show() }
    try CasePolicy.require(.allocate, visit.actor)
    do { try handOver() } catch let refusal as Refusal { return try show(refusal) }
    return .redirect(to: WorkRoute.caseload.path)
  }

  private func show(_ refusal: Refusal? = nil) throws -> Response {
    let model = try visit.read { read in
      CaseloadModel(
        lines: try CaseloadStore.lines(at: visit.now, read),
        promises: try PromisesOfMonth(at: visit.now, read),
        exceptions: try WorkStore.counts(
          WorkList.exceptions, of: .everybody, at: visit.now,
          left: LeftOwners.of(visit.services.people, read), read),
        late: try LateStart.received(
          StartedInTime.days(of: London.day(visit.now).month), at: visit.now, read),
        mayOpen: CasePolicy.allows(.open, visit.actor),
        workers: try workers(read),
        referrals: try referrals(read),
        mayGive: CasePolicy.allows(.allocate, visit.actor),
        mayCarry: CarryPolicy.roles(.carry).contains(visit.actor.role),
        mayCover: CasePolicy.allows(.work, visit.actor),
        mayKeep: RetentionPolicy.allows(.see, visit.actor),
        mayAnswer: AccessPolicy.allows(.list, visit.actor), csrf: visit.frame.csrf,
        state: FormState(values: visit.request.form, refusal: refusal))
    }
    let page = Page(
      frame: visit.frame, title: "Caseload",
      crumbs: [Crumb("Work", WorkRoute.work(WorkFilter()).path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      CaseloadPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private func referrals(_ read: Read) throws -> [(name: String, counts: ReferralCounts)] {
    let tomorrow = London.day(visit.now).adding(days: 1)
    let agencies = try visit.services.people.agencies(read)
    return try ReferralCounts.sent(tomorrow.adding(days: -365)..<tomorrow, at: visit.now, read).map
    {
      counts in
      (agencies.first { $0.id == counts.organisation }?.name ?? "Another organisation", counts)
    }
  }

  private func workers(_ read: Read) throws -> [Person] {
    try visit.services.people.people(CasePolicy.roles(.work), read)
  }

  private func handOver() throws {
    let form = visit.request.form
    try visit.write { write in
      let workers = try workers(write)
      guard let to = workers.first(where: { $0.id.description == form["to"] }) else {
        throw Refusal("to", "Choose who takes them")
      }
      // Whoever hands over may have left: only the number of the account is needed.
      guard let from = ID<Account>(form["from"] ?? ""), from != to.id else {
        throw Refusal("from", "Choose whose cases are handed over, another than who takes them")
      }
      let store = CaseStore(visit.services)
      var count = 0
      for file in try CaseloadStore.open(of: from, write) {
        try store.keep(file, CaseChange(owner: to.id), at: visit.now, in: write)
        try store.parts.write(
          .allocated, about: file.id, to.name.reveal(for: "story of the case"),
          by: visit.actor.account, at: visit.now, in: write)
        count += 1
      }
      guard count > 0 else { throw Refusal("from", "They have no open case") }
      try visit.record(
        "casework.cases-handed-over", "account/\(from)",
        ["to": to.id.description, "cases": String(count)], in: write)
    }
  }
}
