internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The head of a page that asks a source by kind and months: title, ways to the other pages, what is
/// known of the source, and the form with what the page asks beside.
struct QuestionHead<More: HTML>: HTML {
  private let title: String
  private let lede: String
  private let path: String
  private let question: HotspotQuestion
  private let state: FormState
  private let today: Day
  private let more: More

  init(
    _ title: String, lede: String, path: String, _ question: HotspotQuestion, _ state: FormState,
    today: Day, @HTMLBuilder more: () -> More
  ) {
    (self.title, self.lede, self.path) = (title, lede, path)
    (self.question, self.state, self.today) = (question, state, today)
    self.more = more()
  }

  var body: some HTML {
    PageHead(title, lede: lede)
    HotspotLinks()
    SourceFacts(question: question, today: today)
    FilterForm(to: path) {
      EventFields(question: question, state: state)
      MonthFields(state: state)
      more
      SubmitButton("Show", style: .line)
    }
  }
}
