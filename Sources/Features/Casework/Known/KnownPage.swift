internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of registers and requests shows.
struct KnownPageModel {
  let waiting: [Waiting]
  let sources: [KnownSource]
  let agencies: [Agency]
  let mayDecide: Bool
  let mayConfigure: Bool
  let csrf: String
  let state: FormState

  /// A request that waits, with its case and who asked; the person stays in the case.
  struct Waiting {
    let request: KnownRequest
    let reference: Reference
    let askedBy: String
    let isOwn: Bool
  }

  func title(_ id: ID<KnownSource>) -> String {
    guard let source = sources.first(where: { $0.id == id }) else { return "A register" }
    let agency = agencies.first { $0.id == source.organisation }
    return "\(agency?.name ?? "An organisation"): \(source.kind.title)"
  }
}

/// The requests that wait for a manager, and the registers an administrator keeps.
struct KnownPage: HTML {
  static let title = "Also known to"

  let model: KnownPageModel

  var body: some HTML {
    PageHead(
      Self.title,
      lede: "Whether an organisation knows somebody is told on an approved request alone.")
    if model.mayDecide { waiting }
    if model.mayConfigure { KnownSourcesSheet(model: model) }
  }

  private var waiting: some HTML {
    Sheet("Requests to decide about", id: "requests") {
      DataTable(
        caption: "Requests to decide about", hidesCaption: true,
        columns: [.text("Case"), .text("Register"), .text("What for"), .text("Asked by")],
        rows: model.waiting.map { waiting in
          [
            .link(waiting.reference.description, to: WorkRoute.file(waiting.reference).path),
            .text(model.title(waiting.request.source)),
            .text(waiting.request.content.reveal(for: "page of requests").purpose),
            .text("\(waiting.askedBy), \(London.words(waiting.request.askedAt))"),
          ]
        }, empty: "There are none.")
      if !others.isEmpty {
        PostForm(to: KnownRoute.decide.path, csrf: model.csrf) {
          SelectField(
            "known-request", label: "Which request",
            choices: others.map { waiting in
              Choice(
                waiting.request.id.description,
                "\(waiting.reference), \(model.title(waiting.request.source))")
            }, empty: "Choose a request", in: model.state)
          TextField("known-reason", label: "What the decision rests on", in: model.state)
          SubmitButton("Approve", style: .line, name: "decision", value: "approve")
          " "
          SubmitButton("Refuse", style: .bad, name: "decision", value: "refuse")
        }
      }
      if others.count < model.waiting.count {
        p(.class("quiet")) { "About what you asked yourself somebody else decides." }
      }
    }
  }

  private var others: [KnownPageModel.Waiting] { model.waiting.filter { !$0.isOwn } }
}
