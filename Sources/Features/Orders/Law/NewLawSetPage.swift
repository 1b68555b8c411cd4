internal import Design
internal import Markup

/// The form that adds a set.
struct NewLawSetPage: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead("Add a set of rules", lede: "Rules and dates are added on the next page.")
    Sheet {
      PostForm(to: LawRoute.new.path, csrf: csrf) {
        TextField("title", label: "What it is called", in: state)
        TextField(
          "key", label: "A short word for it",
          hint: "Small letters, figures and dashes, such as local-2027", in: state, width: .w20)
        TextField(
          "source", label: "Where the rules are written",
          hint: "An Act, or the partnership's policy",
          in: state)
        RadioField(
          "kind", legend: "What is it?",
          choices: LawKind.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        TextArea("note", label: "What to know of it (optional)", in: state, rows: 3)
        SubmitButton("Add the set")
      }
    }
  }
}
