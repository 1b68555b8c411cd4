internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What a link asks, as its reader sees it: the people by name, the day, and nothing of why.
struct AskedAbout {
  let organisation: String
  let subjectTitle: String
  let name: Sensitive<String>
  let born: Sensitive<Day?>
  let otherTitle: String
  let other: Sensitive<String>
  let due: Day
}

/// The page behind a link, once its code was entered.
struct AskedAboutSheet: HTML {
  let asked: AskedAbout
  let frame: LinkFrame

  var body: some HTML {
    PageHead("Answer a question", kicker: asked.organisation)
    Sheet("What does your organisation know of them?", mark: .river) {
      SummaryList(people)
      p { "Please answer by \(asked.due.words)." }
      p {
        "Do not tell them that you were asked, and keep the names to those who look them up. Share what "
        "prevents harm, and no more."
      }
    }
    Sheet("Your answer") {
      PostForm(to: frame.path, csrf: frame.csrf) {
        input(.type(.hidden), .name(LinkFrame.step.name), .value(LinkFrame.step.value))
        AnswerFields(state: frame.state)
        TextField(
          "given-by", label: "Your name, and what you do there", in: frame.state,
          autocomplete: "off")
        p(.class("quiet")) {
          "It goes to those who plan together for the people named. \(LinkFrame.once)"
        }
        SubmitButton("Send the answer")
      }
    }
  }

  private var people: [(key: String, value: String, change: String?)] {
    let born = asked.born.reveal(for: "page of a link")
    let lines: [(String, String)] = [
      (asked.subjectTitle, asked.name.reveal(for: "page of a link")),
      ("Date of birth", born?.words ?? ""),
      (asked.otherTitle, asked.other.reveal(for: "page of a link")),
    ]
    return lines.filter { !$0.1.isEmpty }.map { (key: $0.0, value: $0.1, change: nil) }
  }
}
