internal import Design
internal import Kernel
internal import Markup

/// The pack as a document of its own, for the printer: nothing of it is fetched from elsewhere.
///
/// The marking, who printed it and when, and the number of the page stand on every page.
struct PackPaper: HTML {
  let model: PackModel
  let partnership: String

  var body: some HTML {
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      head {
        meta(.charset("utf-8"))
        title { "Tasking pack, week \(model.meeting.week.description)" }
        meta(.name("author"), .content(partnership))
        Raw(trusted: "<style>\(PaperStyle.text)</style>")
      }
      Markup.body {
        p(.class("printed")) {
          "Printed by \(model.reader), \(London.words(model.now)). Every reader is recorded. "
          "Do not copy or forward."
        }
        p(.class("kicker")) { partnership }
        PackHead(model: model)
        PackContent(model: model, isPaper: true)
      }
    }
  }
}
