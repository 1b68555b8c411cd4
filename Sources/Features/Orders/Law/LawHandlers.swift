internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the law, and lets an administrator add to it and date it.
struct LawHandlers {
  let visit: StaffVisit
  private var mayChange: Bool { OrdersPolicy.allows(.changeLaw, visit.actor) }
  private var today: Day { London.day(visit.now) }
  private static let crumb = Crumb("Law and local rules", LawRoute.book(on: nil).path)

  func respond(_ route: LawRoute) throws -> Response? {
    try OrdersPolicy.require(.readLaw, visit.actor)
    let isForm = visit.request.method == .post
    switch route {
    case .book(let day): return try book(on: day ?? today)
    case .new:
      try OrdersPolicy.require(.changeLaw, visit.actor)
      return try isForm ? add() : blank(FormState())
    case .set(let key):
      if !isForm { return try show(key) }
      try OrdersPolicy.require(.changeLaw, visit.actor)
      return try visit.request.form["act"] == "rule" ? addRule(key) : date(key)
    }
  }

  private func book(on day: Day) throws -> Response {
    try visit.read { read in
      let book = try LawStore.book(read)
      return visit.page("Law and local rules") {
        LawBookPage(
          book: book, law: book.law(on: day), mayChange: mayChange,
          others: visit.services.law.filter { $0.roles.contains(visit.actor.role) })
      }
    }
  }

  private func show(_ key: String) throws -> Response? {
    try visit.read { read in
      let book = try LawStore.book(read)
      return book.sets.first { $0.key == key }.map { set in
        page(
          set, dates: FormState(values: LawDatesForm.fields(set)),
          passedOver: book.passedOver(in: set, on: today))
      }
    }
  }

  private func blank(_ state: FormState) -> Response {
    framed("Add a set of rules", state.refusal) {
      NewLawSetPage(state: state, csrf: visit.frame.csrf)
    }
  }

  private func add() throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      let taken = Set(try LawStore.book(write).sets.map(\.key))
      let new: NewLawSet
      do throws(Refusal) { new = try LawSetForm(fields, taken: taken).new } catch {
        return blank(FormState(values: fields, refusal: error))
      }
      try LawStore.add(new, by: visit.actor.account, at: visit.now, in: write)
      try visit.record("orders.law-added", "orders-law/\(new.key)", in: write)
      return visit.redirect(to: LawRoute.set(new.key).path, saying: "The set is added")
    }
  }

  /// Says when a set is in force.
  private func date(_ key: String) throws -> Response? {
    try change(key) { set, fields, write in
      let form: LawDatesForm
      do throws(Refusal) { form = try LawDatesForm(fields) } catch {
        return page(set, dates: FormState(values: fields, refusal: error))
      }
      try LawStore.date(set, from: form.from, through: form.through, in: write)
      try visit.record(
        "orders.law-dated", "orders-law/\(key)",
        form.detail, in: write)
      return visit.redirect(to: LawRoute.set(key).path, saying: "The dates are saved")
    }
  }

  private func addRule(_ key: String) throws -> Response? {
    try change(key) { set, fields, write in
      guard set.takesRules else { return nil }
      let rule: LawRule
      let acts = try LawStore.book(write).acts(on: today)
      do throws(Refusal) {
        rule = try LawRuleForm(fields, set, acts: acts).rule
      } catch {
        return page(
          set, dates: FormState(values: LawDatesForm.fields(set)),
          rule: FormState(values: fields, refusal: error))
      }
      try LawStore.add(rule, to: set, in: write)
      try visit.record(
        "orders.law-rule-added", "orders-law/\(key)",
        ["power": rule.power.rawValue, "limit": rule.limit.rawValue, "value": String(rule.value)],
        in: write)
      return visit.redirect(to: LawRoute.set(key).path, saying: "The rule is added")
    }
  }

  /// Changes a set unless somebody else did since the form was opened.
  private func change(
    _ key: String, _ body: (LawSet, Fields, Write) throws -> Response?
  ) throws -> Response? {
    let fields = visit.request.form
    return try visit.write { write in
      guard let set = try LawStore.find(key, write) else { return nil }
      guard fields["version"] == String(set.version) else {
        let refusal = Refusal(
          "from-day", "Somebody else changed this set meanwhile: see how it stands, then save again"
        )
        return page(set, dates: FormState(values: fields, refusal: refusal), status: 409)
      }
      return try body(set, fields, write)
    }
  }

  private func page(
    _ set: LawSet, dates: FormState, rule: FormState = FormState(),
    passedOver: [(rule: LawRule, act: LawFinding)] = [], status: Int = 422
  ) -> Response {
    framed(set.title, dates.refusal ?? rule.refusal, status: status) {
      LawSetPage(
        set: set, today: today, passedOver: passedOver, mayChange: mayChange, dates: dates,
        rule: rule,
        csrf: visit.frame.csrf)
    }
  }

  private func framed(
    _ title: String, _ refusal: Refusal?, status: Int = 422,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    .html(
      Page(frame: visit.frame, title: title, crumbs: [Self.crumb], refusal: refusal) {
        ErrorSummary(refusal)
        content()
      }, status: refusal == nil ? 200 : status)
  }
}
