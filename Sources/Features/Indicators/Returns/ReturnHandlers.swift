import Access
import Database
import Design
import Documents
import HTTP
import Kernel
import Markup
import Partnership

/// Shows what agencies owe, and asks them for it.
struct ReturnHandlers {
  let desk: FiguresDesk
  var visit: StaffVisit { desk.visit }
  var policy: ReturnPolicy { ReturnPolicy(actor: visit.actor) }

  init(_ visit: StaffVisit) { desk = FiguresDesk(visit: visit) }

  /// Where a partner finds its return, and the others the list of all.
  func start() throws -> Response? {
    let place = try visit.read { try desk.start(in: $0) }
    guard let place else { return nil }
    if policy.mayChase { return .redirect(to: FiguresRoute.returns(place).path) }
    let own = try visit.read { read in
      try visit.services.people.agencies(read).first { $0.id == visit.actor.organisation }
    }
    return own.map { .redirect(to: FiguresRoute.agency(place, $0.key).path) }
  }

  func list(_ place: FiguresPlace) throws -> Response? {
    guard policy.mayChase else { return nil }
    return try listed(place, FormState(), status: 200)
  }

  /// Says when returns are due.
  func setDays(_ place: FiguresPlace) throws -> Response? {
    guard policy.maySetDays else { return nil }
    let fields = visit.request.form
    var form = FormReader(fields)
    let days: Int? = form.value("days", or: "Enter the days as a number")
    let version = fields["version"].flatMap(Int.init) ?? 0
    if let days, !ReturnRule.allowed.contains(days) {
      form.refuse("days", "Enter a number from 1 to 120")
    }
    guard form.refused.isEmpty, let days else {
      return try listed(
        place, FormState(values: fields, refusal: Refusal(form.refused)), status: 422)
    }
    let isDone = try desk.change(place) { write -> Bool in
      guard let plan = try desk.plan(place, in: write) else { return false }
      try ReturnStore.setRule(days: days, of: plan.id, version: version, in: write)
      try visit.record(
        "indicators.return-days-set", "plan/\(plan.id)", ["days": String(days)], in: write)
      return true
    }
    return isDone
      ? visit.redirect(
        to: FiguresRoute.returns(place).path,
        saying: "Returns are due \(days) calendar days after the quarter ends") : nil
  }

  func agency(_ place: FiguresPlace, _ key: String) throws -> Response? {
    try page(place, key, refusal: nil, status: 200)
  }

  func form(_ place: FiguresPlace, _ key: String) throws -> Response? {
    guard let expected = try visit.read({ try open(place, key, in: $0) }) else { return nil }
    let bytes = try ReturnWorkbook(expected: expected).workbook.bytes()
    return .download(
      bytes, type: IssueFile.Name.xlsx.type,
      name: "return-\(expected.planSlug)-\(place.period.slug)-\(expected.agency.key).xlsx")
  }

  /// Records that somebody asked for a return.
  func chase(_ place: FiguresPlace, _ key: String) throws -> Response? {
    guard policy.mayChase else { return nil }
    let fields = visit.request.form
    var form = FormReader(fields)
    let words = form.text("words", or: "Enter the text you sent", limit: 4000)
    var next: Day?
    do throws(Refusal) {
      next = try DateInput.day("next", "Day to ask again", in: fields)
    } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    if let next, next <= desk.today { form.refuse("next-day", "Choose a day after today") }
    guard form.refused.isEmpty, let next else {
      return try page(place, key, refusal: Refusal(form.refused), status: 422)
    }
    let isDone = try desk.change(place) { write -> Bool in
      guard let plan = try desk.plan(place, in: write),
        let expected = try open(place, key, in: write)
      else { return false }
      let found = try ReturnStore.ensure(expected, plan.id, at: visit.now, in: write)
      try ReturnStore.chase(
        found.id,
        ReturnChase(
          account: visit.actor.account, madeAt: visit.now, nextDay: next, words: words),
        in: write)
      try visit.record(
        "indicators.return-chased", "return/\(found.id)",
        ["agency": key, "period": place.period.description, "again": next.description], in: write)
      return true
    }
    return isDone
      ? visit.redirect(
        to: FiguresRoute.agency(place, key).path, saying: "Recorded. Ask again on \(next.words)")
      : nil
  }

  /// The return of an agency, for those who may see it.
  func open(_ place: FiguresPlace, _ key: String, in read: Read) throws -> ExpectedReturn? {
    guard let list = try desk.list(place, in: read) else { return nil }
    let found = try ReturnLoader(people: visit.services.people).returns(list, in: read)
    return found.first { $0.agency.key == key && policy.maySend($0.agency.id) }
  }

  func page(
    _ place: FiguresPlace, _ key: String, refusal: Refusal?, status: Int
  ) throws -> Response? {
    let found = try visit.read { read -> (ExpectedReturn, [String])? in
      guard let expected = try open(place, key, in: read) else { return nil }
      let names = try expected.chases.map { chase in
        try visit.services.people.name(of: chase.account, in: read)?.reveal(
          for: "who asked for a return") ?? "An account since removed"
      }
      return (expected, names)
    }
    guard let (expected, names) = found else { return nil }
    let path = FiguresRoute.agency(place, key).path
    let letter = ChaseLetter.words(
      expected, on: desk.today, address: visit.services.settings.publicURL + path)
    let again = desk.today.adding(days: ReturnRule.chaseAgainDays)
    let values =
      visit.request.method == .post && visit.request.form["words"] != nil
      ? visit.request.form
      : Fields([("words", letter)] + DateInput.fields("next", again))
    return .html(
      Page(
        frame: visit.frame, title: "Return of \(expected.agency.name)",
        crumbs: crumbs(place), refusal: refusal
      ) {
        AgencyPage(
          expected: expected, today: desk.today, mayChase: policy.mayChase, askers: names,
          state: FormState(values: values, refusal: refusal),
          csrf: visit.frame.csrf)
      }, status: status)
  }

  /// The pages above a return; a partner has none of them.
  func crumbs(_ place: FiguresPlace) -> [Crumb] {
    policy.mayChase
      ? [
        FiguresCrumbs.performance, FiguresCrumbs.due(place),
        Crumb("Returns", FiguresRoute.returns(place).path),
      ] : []
  }

  private func listed(_ place: FiguresPlace, _ state: FormState, status: Int) throws -> Response? {
    let found = try visit.read { read -> (DueList, [ExpectedReturn], ReturnRule)? in
      guard let list = try desk.list(place, in: read) else { return nil }
      return (
        list, try ReturnLoader(people: visit.services.people).returns(list, in: read),
        try ReturnStore.rule(of: list.plan.id, in: read)
      )
    }
    guard let (list, returns, rule) = found else { return nil }
    let shown =
      state.refusal == nil
      ? FormState(values: Fields([("days", String(rule.days))])) : state
    return .html(
      Page(
        frame: visit.frame, title: "Returns for \(place.period.words)",
        crumbs: [FiguresCrumbs.performance, FiguresCrumbs.due(place)], refusal: state.refusal
      ) {
        ReturnsPage(
          list: list, returns: returns, rule: rule, today: desk.today,
          maySetDays: policy.maySetDays, state: shown, csrf: visit.frame.csrf)
      }, status: status)
  }
}
