internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// Where words stand in a case.
struct CaseSearchPage: HTML {
  let model: CaseSearchModel
  let csrf: String

  var body: some HTML {
    Handling(note: "That you looked here is recorded with your name.")
    PageHead("Words in the case", kicker: "\(model.title), \(model.reference)")
    CaseSearchForm(
      reference: model.reference, csrf: csrf, typed: model.sought.reveal(for: "the same form"))
    Sheet("Found", id: "found") {
      p(.role("status"), .class("quiet")) { words }
      DataTable(
        caption: "Where the words stand", hidesCaption: true,
        columns: [.text("Where"), .text("What it says")],
        rows: model.places.map { place in
          [.text(place.title), .text(place.text.reveal(for: "page of the case"))]
        },
        empty:
          "Only the title, the story, the people, the actions and the reports are looked through.")
    }
    p { a(.href(WorkRoute.file(model.reference).path)) { "Back to the case" } }
  }

  private var words: String {
    switch model.places.count {
    case 0: "Nothing in the case has all of these words."
    case 1: "One place has all of these words."
    default: "\(model.places.count) places have all of these words."
    }
  }
}

/// The form that looks for words in a case.
struct CaseSearchForm: HTML {
  let reference: Reference
  let csrf: String
  var typed = ""

  var body: some HTML {
    PostForm(to: SearchRoute.inCase(reference).path, csrf: csrf) {
      TextField(
        "find", label: "Find words in this case",
        in: FormState(values: .init([("find", typed)])), type: .search, autocomplete: "off")
      SubmitButton("Find", style: .line)
    }
  }
}
