internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Whether an action that goes out as a link tells of somebody.
enum ActionTelling: String, CaseIterable, Sendable {
  case nobody
  case somebody

  static let field = "link-tells"
  static let prefix = "link-"

  var title: String {
    switch self {
    case .nobody: "No: nobody can be told from it"
    case .somebody: "Yes"
    }
  }
}

/// The fields that ask whether an action tells of somebody, and if so on which grounds.
struct ActionTellingFields: HTML {
  let choices: ShareChoices
  let state: FormState

  var body: some HTML {
    RadioField(
      ActionTelling.field, legend: "Does the action tell of somebody?",
      choices: ActionTelling.allCases.map { Choice($0.rawValue, $0.title) },
      hint:
        "If it does, say below on which grounds: it is then recorded as a share until the link ends.",
      in: state)
    ShareFurtherFields(choices, .action, prefix: ActionTelling.prefix, in: state)
  }
}

extension ShareWording {
  /// How a link to an action asks.
  fileprivate static let action = ShareWording(
    necessity: "Why the action has to say it", shared: "What the action tells",
    gateway: "Power or duty to say it", basis: "Basis on which it is said",
    special: "Condition for health or beliefs in it",
    criminal: "Authority for allegations in it", agreement: "Agreement the action falls under")

  /// How a form asks that tells an organisation of a case, such as a referral.
  static func telling(by what: String) -> ShareWording {
    ShareWording(
      necessity: "Why they have to be told", shared: "What they are told",
      gateway: "Power or duty to tell them", basis: "Basis on which they are told",
      special: "Condition for telling of health or beliefs",
      criminal: "Authority for telling of allegations", agreement: "Agreement \(what) falls under")
  }
}
