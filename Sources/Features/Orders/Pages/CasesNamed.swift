internal import Design
internal import Kernel
internal import Markup

/// The cases it belongs to, and the forms that name another or take one off; nothing where it names none
/// and the reader may name none.
struct CasesNamed: HTML {
  let model: OrderModel

  var body: some HTML {
    if !model.cases.isEmpty || mayName {
      Sheet("Cases and reports it names", id: "cases") {
        if model.cases.isEmpty { p { "It names none." } }
        ul {
          for (reference, path) in model.cases {
            li {
              if let path {
                a(.href(path), .class("ref nowrap")) { reference.description }
              } else {
                span(.class("ref")) { reference.description }
              }
            }
          }
        }
        if mayName {
          linking
          if !model.cases.isEmpty { unlinking }
        }
      }
    }
  }

  /// A record of what can no longer be made is read and not changed.
  private var mayName: Bool { model.mayIssue && model.order.power.kind != .legacy }

  private var linking: some HTML {
    let state = model.state(of: .linked)
    return Disclosure("Name another case or report", isOpen: model.act == .linked) {
      form(.linked) {
        TextArea(
          "case", label: "References of cases or reports",
          hint: "Such as TM-7K42-0931, a line each",
          in: state, rows: 2)
        TextArea("link-reason", label: "Why they belong to the order", in: state, rows: 2)
        SubmitButton("Name them", style: .line)
      }
    }
  }

  private var unlinking: some HTML {
    let state = model.state(of: .unlinked)
    return Disclosure("Take a case or report off", isOpen: model.act == .unlinked) {
      form(.unlinked) {
        RadioField(
          "unlink", legend: "Which does not belong to it?",
          choices: model.cases.map {
            Choice($0.reference.description, $0.reference.description)
          }, in: state)
        TextArea("unlink-reason", label: "Why it does not belong", in: state, rows: 2)
        SubmitButton("Take it off", style: .line)
      }
    }
  }

  private func form(
    _ act: OrderChange.Act, @HTMLBuilder fields: () -> some HTML
  ) -> some HTML {
    PostForm(to: model.order.path, csrf: model.csrf) {
      input(.type(.hidden), .name("act"), .value(act.rawValue))
      input(.type(.hidden), .name("version"), .value(String(model.order.version)))
      fields()
    }
  }
}
