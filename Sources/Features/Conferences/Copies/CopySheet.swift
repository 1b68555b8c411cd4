internal import Design
internal import Kernel
internal import Markup

/// What was copied into cases, and the form that copies: an act with a reason, on record in both.
struct CopySheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Copied into cases", id: "copies") {
      DataTable(
        caption: "Copied into cases", hidesCaption: true,
        columns: [.text("Case"), .text("What"), .text("Why"), .text("By")],
        rows: model.copies.map { copy in
          let content = copy.content.reveal(for: "page of a case")
          return [
            .html { span(.class("ref nowrap")) { copy.reference.description } },
            .text(content.words), .text(content.reason),
            .text("\(model.names.person(copy.madeBy)), \(London.words(copy.madeAt))"),
          ]
        }, empty: "Nothing was copied.")
      Disclosure("Copy something into a case", isOpen: model.act == .copy) {
        PostForm(to: model.path, csrf: model.csrf) {
          input(.type(.hidden), .name("act"), .value(CaseAct.copy.rawValue))
          TextField(
            "copy-case", label: "Case", hint: "Such as TM-7K42-0931; one you may write into",
            in: model.state(of: .copy), width: .w20)
          TextArea(
            "copy-words", label: "What is copied",
            hint: "As little as the case needs. It does not say where it is from, so write no more",
            in: model.state(of: .copy), rows: 3)
          TextArea(
            "copy-reason", label: "Why the case needs it", hint: "It stays here",
            in: model.state(of: .copy), rows: 2)
          SubmitButton("Copy it", style: .line)
        }
      }
    }
  }
}
