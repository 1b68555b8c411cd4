internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// Actions of every meeting in one state, the earliest due first.
struct ActionsPage: HTML {
  let state: ActionState
  let actions: [TaskedAction]
  let names: [ID<Account>: String]
  let today: Day
  let page: Int
  let hasMore: Bool

  var body: some HTML {
    Handling()
    PageHead("Actions", kicker: state.title)
    FilterForm(to: Path("tasking", "actions").text) {
      SelectField(
        "state", label: "State",
        choices: ActionState.allCases.map { Choice($0.rawValue, $0.title) },
        in: FormState(values: Fields([("state", state.rawValue)])))
      SubmitButton("Show", style: .line)
    }
    Sheet {
      ActionTable(
        caption: "\(state.title)", actions: actions, names: names, today: today,
        empty: "No action is in this state.")
      Turning(page: page, hasMore: hasMore) { TaskingRoute.actions(state, page: $0).path }
    }
  }
}
