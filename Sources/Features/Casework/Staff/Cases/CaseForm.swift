internal import Design
internal import Markup

/// The form of one act on a case.
struct CaseForm<Content: HTML>: HTML {
  private let model: CaseModel
  private let act: CaseAct
  private let content: Content

  init(_ model: CaseModel, _ act: CaseAct, @HTMLBuilder content: () -> Content) {
    self.model = model
    self.act = act
    self.content = content()
  }

  var body: some HTML {
    PostForm(to: WorkRoute.act(model.file.reference, act).path, csrf: model.csrf) { content }
  }
}
