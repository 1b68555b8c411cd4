internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Who decided: people of the directory by their accounts, others by name and body.
struct Deciders {
  /// The names of the two fields.
  struct Names: Sendable {
    let accounts: String
    let others: String

    static let threshold = Names(accounts: "deciders", others: "who")
    static let appeal = Names(accounts: "appeal-deciders", others: "appeal-who")
  }

  static let missing = "Enter who decided, by name and body"

  let accounts: [ID<Account>]
  /// All of them, by name and body.
  let words: String

  /// Reads them; whoever worked a linked case is refused, and of an appeal who decided first.
  init(
    _ names: Names, _ fields: Fields, _ form: inout FormReader, _ people: ReviewPeople,
    first: Set<ID<Account>> = []
  ) {
    var chosen: [Person] = []
    for id in fields.all(names.accounts).compactMap({ ID<Account>($0) }) {
      if people.linked.worked(id) {
        form.refuse(
          names.accounts,
          "\(people.names[id] ?? "They") worked a case this is about, and may not decide")
      } else if first.contains(id) {
        form.refuse(
          names.accounts,
          "\(people.names[id] ?? "They") decided first, and may not decide the appeal")
      } else if let person = people.people.first(where: { $0.id == id }) {
        chosen.append(person)
      } else {
        form.refuse(names.accounts, "Choose people of the list")
      }
    }
    let others = form.optionalText(names.others, limit: 500) ?? ""
    if let name = people.linked.named(in: others) {
      form.refuse(
        names.others, "\(name) worked a case this is about, and may not decide on it")
    }
    if chosen.isEmpty, others.isEmpty { form.refuse(names.others, Self.missing) }
    accounts = chosen.map(\.id)
    words = (chosen.map(people.words) + [others]).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

/// The fields that ask who decided.
struct DecidersFields: HTML {
  let names: Deciders.Names
  let people: ReviewPeople
  var first: Set<ID<Account>> = []
  let state: FormState

  var body: some HTML {
    CheckboxField(
      names.accounts, legend: "Who decided, of those with accounts?",
      choices: people.choices(without: first),
      hint: first.isEmpty
        ? "Who worked one of the cases is not listed."
        : "Who worked one of the cases or decided first is not listed.", in: state)
    TextArea(
      names.others, label: "Others who decided, by name and body",
      hint: "Those without an account here.", in: state, rows: 2)
  }
}
