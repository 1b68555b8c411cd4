internal import Design
internal import Kernel
internal import Markup

/// The pack on the screen, with the ways to print it.
struct PackPage: HTML {
  let model: PackModel
  /// Whether this machine can make PDF files for the reader.
  let canPrint: Bool
  let mayPrint: Bool
  let csrf: String

  var body: some HTML {
    Handling(note: model.readerLine)
    PackHead(model: model)
    if mayPrint {
      div(.class("no-print mb2")) {
        if canPrint {
          PostForm(to: TaskingRoute.pdf(model.meeting.week).path, csrf: csrf) {
            SubmitButton("Print as PDF", style: .line)
          }
        } else {
          p(.class("small")) {
            "This machine cannot make PDF files. Print this page from the browser: it is made for "
            "paper too."
          }
        }
      }
    }
    PackContent(model: model, isPaper: false)
  }
}

/// The title of a pack, and how fresh it is.
struct PackHead: HTML {
  let model: PackModel

  var body: some HTML {
    PageHead(
      "Tasking pack, week \(model.meeting.week.description)", kicker: model.meeting.title,
      lede: standing)
  }

  private var standing: String {
    guard let kept = model.kept else {
      return "Being prepared: it is kept when the meeting is closed."
    }
    return "Kept as it was on \(London.words(kept.madeAt))."
  }
}
