internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What somebody is to do, whether they sit in the conference or not: the task, and not the case.
struct OwnActionHandlers {
  let desk: Desk
  private var own: OwnActions { OwnActions(desk.services) }

  func list() throws -> Response {
    try desk.visit.read { read in
      let actions = try own.all(desk.visit.actor, read)
      for kind in try own.kinds(of: actions, read).values { desk.shows("actions-read", kind) }
      return page(actions, FormState(), nil)
    }
  }

  func answer() throws -> Response {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let actions = try own.all(desk.visit.actor, write)
      guard let action = actions.first(where: { own.isMeant($0, by: fields["action"]) }),
        let kind = try KindStore.find(action.kind, write)
      else { throw ConferencesProblem.notFound }
      do {
        let form = try OutcomeForm(fields, action, named: fields["action"] ?? "")
        try desk.actions.answer(
          action, form.state, form.outcome, by: desk.visit.actor.account, at: desk.visit.now,
          in: write)
        try desk.record(
          "action-answered", kind,
          ["action": action.id.description, "state": form.state.rawValue], in: write)
        return desk.visit.redirect(
          to: ConferencesRoute.actions.path, saying: "Kept: \(form.state.title.lowercased())")
      } catch let refusal as Refusal {
        return page(actions, FormState(values: fields, refusal: refusal), action.id)
      }
    }
  }

  private func page(
    _ actions: [ConferenceAction], _ state: FormState, _ answered: ID<ConferenceAction>?
  ) -> Response {
    desk.page("Your actions", crumbs: [Desk.crumb], state) {
      PageHead("Your actions", lede: "What conferences asked you to do, the longest due first.")
      if actions.isEmpty { p { "Nothing is waiting for you." } }
      for action in actions {
        Sheet("\(action.words)", mark: action.due < desk.today ? .bad : .none) {
          p {
            LateMark(day: action.due, today: desk.today)
            " Due \(action.due.words)."
          }
          OutcomeFields(
            action: action, name: own.name(action), path: ConferencesRoute.actions.path,
            csrf: desk.visit.frame.csrf,
            state: action.id == answered ? state : FormState())
        }
      }
    }
  }
}

/// The form that says what came of an action.
struct OutcomeForm {
  let state: ConferenceAction.State
  let outcome: String

  /// Reads it; `name` is what the form calls the action.
  init(_ fields: Fields, _ action: ConferenceAction, named name: String) throws(Refusal) {
    var form = FormReader(fields)
    let field = "outcome-\(name)"
    let state = ConferenceAction.State.answers.first { $0.rawValue == fields["state"] }
    if state == nil { form.refuse(field, "Choose what came of it") }
    outcome = form.optionalText(field, limit: 1000) ?? ""
    if let state, state.needsReason, outcome.isEmpty {
      form.refuse(field, "Enter why it is \(state.title.lowercased())")
    }
    if fields["version"] != String(action.version) {
      form.refuse(field, "Somebody else said what came of it meanwhile: open the page again")
    }
    try form.finish()
    guard let state else { throw Refusal(field, "Choose what came of it") }
    self.state = state
  }
}

/// The fields that say what came of one of several actions on a page.
struct OutcomeFields: HTML {
  let action: ConferenceAction
  /// What the form calls it.
  let name: String
  let path: String
  let csrf: String
  let state: FormState

  var body: some HTML {
    PostForm(to: path, csrf: csrf) {
      input(.type(.hidden), .name("act"), .value("outcome"))
      input(.type(.hidden), .name("action"), .value(name))
      input(.type(.hidden), .name("version"), .value(String(action.version)))
      TextField(
        "outcome-\(name)", label: "What came of it",
        hint: "Say why, where it is not done or cannot be done", in: state)
      div(.class("row")) {
        for answer in ConferenceAction.State.answers {
          SubmitButton(answer.title, style: .small, name: "state", value: answer.rawValue)
        }
      }
    }
  }
}
